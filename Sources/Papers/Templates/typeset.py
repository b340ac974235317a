"""Sets one paper as PDF within limits: typeset.py TEMPLATE DATA OUTPUT FONT-DIRECTORY

Ends with 69 where the typesetter is not installed and 70 where it refuses the paper.
"""

import resource
import sys

MEMORY = 2 << 30
PROCESSOR_SECONDS = 60

resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

try:
    import typst
except ImportError:
    sys.exit(69)

template, data, output, fonts = sys.argv[1:]
with open(data, encoding="utf-8") as file:
    inputs = {"data": file.read()}
try:
    typst.compile(
        template,
        output=output,
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=["ua-1"],
    )
except typst.TypstError as error:
    print(error, file=sys.stderr)
    sys.exit(70)
