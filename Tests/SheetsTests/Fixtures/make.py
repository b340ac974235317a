"""Makes the spreadsheets that the tests read, each by a program that offices use.

    pip install openpyxl XlsxWriter odfpy      and LibreOffice Calc (soffice)
    python3 Tests/SheetsTests/Fixtures/make.py

All hold the same register: a title over merged cells, a line of print, a blank row, the header, three
assets of one unit, a hidden row, a total; column G is hidden, and so is a second sheet.
"""

import datetime
import pathlib
import subprocess
import tempfile

import openpyxl
import xlsxwriter
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet

here = pathlib.Path(__file__).parent
TITLE = "臺北市政府資訊局資通系統資產清冊"
HEADER = ["財產編號", "資產名稱", "資產類別", "使用單位", "購置日期", "金額", "備註", "核心"]
BOUGHT = datetime.date(2021, 3, 15)
MOMENT = datetime.datetime(2021, 3, 15, 9, 30)


def with_openpyxl(name, epoch_1904):
    book = openpyxl.Workbook()
    if epoch_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "資產清冊"
    sheet.append([TITLE])
    sheet.merge_cells("A1:H1")
    sheet.append(["列印日期：115/03/13", None, None, None, None, None, None, "第1頁"])
    sheet.append([])
    sheet.append(HEADER)
    sheet.append([3140101003, "核心交換器", "硬體", "資訊室", BOUGHT, 125000, "'=1+1", True])
    sheet.append(["00123", "堃哥的伺服器 𠮷", "軟體", None, "110年2月30日", 0.5, "多行\n文字", False])
    sheet.append(["  前後空白  ", "ＡＢＣ１２３", "實體", None, MOMENT, "=F5+F6", None, "#N/A"])
    sheet.append(["隱藏", "隱藏的列"])
    sheet.append(["合計", None, None, None, None, 125000.5])
    sheet["G5"].value = "=1+1"
    sheet["G5"].data_type = "s"
    sheet.merge_cells("D5:D7")
    sheet["E5"].number_format = '[$-404]e"年"m"月"d"日"'
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["G"].hidden = True
    other = book.create_sheet("清單")
    other.sheet_state = "hidden"
    other["B2"] = "看不到"
    book.save(here / name)


def with_xlsxwriter(name, constant_memory):
    book = xlsxwriter.Workbook(here / name, {"constant_memory": constant_memory})
    sheet = book.add_worksheet("資產清冊")
    day = book.add_format({"num_format": "yyyy/mm/dd"})
    moment = book.add_format({"num_format": "yyyy/mm/dd hh:mm"})
    bold = book.add_format({"bold": True})
    sheet.set_column("G:G", 10, None, {"hidden": True})
    sheet.merge_range("A1:H1", TITLE, bold)
    sheet.write_string("A2", "列印日期：115/03/13")
    sheet.write_string("H2", "第1頁")
    sheet.write_row("A4", HEADER)
    sheet.write_number("A5", 3140101003)
    sheet.write_rich_string("B5", bold, "核心", "交換器")
    sheet.write_string("C5", "硬體")
    if constant_memory:
        sheet.write_string("D5", "資訊室")
    else:
        sheet.merge_range("D5:D7", "資訊室", bold)
    sheet.write_datetime("E5", BOUGHT, day)
    sheet.write_number("F5", 125000)
    sheet.write_string("G5", "=1+1")
    sheet.write_boolean("H5", True)
    for column, value in enumerate(["00123", "堃哥的伺服器 𠮷", "軟體"]):
        sheet.write_string(5, column, value)
    sheet.write_string("E6", "110年2月30日")
    sheet.write_number("F6", 0.5)
    sheet.write_string("G6", "多行\n文字")
    sheet.write_boolean("H6", False)
    for column, value in enumerate(["  前後空白  ", "ＡＢＣ１２３", "實體"]):
        sheet.write_string(6, column, value)
    sheet.write_datetime("E7", MOMENT, moment)
    sheet.write_formula("F7", "=F5+F6", None, 125000.5)
    sheet.write_formula("H7", "=NA()", None, "#N/A")
    sheet.set_row(7, None, None, {"hidden": True})
    sheet.write_row("A8", ["隱藏", "隱藏的列"])
    sheet.write_string("A9", "合計")
    sheet.write_number("F9", 125000.5)
    other = book.add_worksheet("清單")
    other.hide()
    other.write_string("B2", "看不到")
    book.close()


def with_odfpy(name):
    document = OpenDocumentSpreadsheet()
    sheet = table.Table(name="資產清冊")
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=6))
    sheet.addElement(table.TableColumn(visibility="collapse"))
    sheet.addElement(table.TableColumn())

    def cell(value, **more):
        kinds = {"valuetype": "string"}
        shown = str(value)
        if isinstance(value, bool):
            kinds = {"valuetype": "boolean", "booleanvalue": str(value).lower()}
        elif isinstance(value, (int, float)):
            kinds = {"valuetype": "float", "value": value}
        elif isinstance(value, datetime.date):
            kinds = {"valuetype": "date", "datevalue": value.isoformat()}
        made = table.TableCell(**kinds, **more)
        for line in shown.split("\n"):
            paragraph = text.P()
            stripped = line.lstrip(" ")
            if len(line) > len(stripped):
                paragraph.addElement(text.S(c=len(line) - len(stripped)))
            paragraph.addText(stripped.rstrip(" "))
            if len(stripped) > len(stripped.rstrip(" ")):
                paragraph.addElement(text.S(c=len(stripped) - len(stripped.rstrip(" "))))
            made.addElement(paragraph)
        return made

    def row(*cells, **more):
        made = table.TableRow(**more)
        for each in cells:
            made.addElement(each)
        sheet.addElement(made)

    def gap(count):
        return table.TableCell(numbercolumnsrepeated=count)

    row(cell(TITLE, numbercolumnsspanned=8, numberrowsspanned=1),
        table.CoveredTableCell(numbercolumnsrepeated=7))
    row(cell("列印日期：115/03/13"), gap(6), cell("第1頁"))
    row(gap(16384))
    row(*[cell(name) for name in HEADER])
    row(cell(3140101003), cell("核心交換器"), cell("硬體"),
        cell("資訊室", numbercolumnsspanned=1, numberrowsspanned=3), cell(BOUGHT), cell(125000),
        cell("=1+1"), cell(True))
    row(cell("00123"), cell("堃哥的伺服器 𠮷"), cell("軟體"), table.CoveredTableCell(),
        cell("110年2月30日"), cell(0.5), cell("多行\n文字"), cell(False))
    row(cell("  前後空白  "), cell("ＡＢＣ１２３"), cell("實體"), table.CoveredTableCell(),
        cell(MOMENT), cell(125000.5, formula="of:=[.F5]+[.F6]"), gap(1), cell("#N/A"))
    row(cell("隱藏"), cell("隱藏的列"), visibility="collapse")
    row(cell("合計"), gap(4), cell(125000.5))
    row(gap(16384), numberrowsrepeated=1048000)
    document.spreadsheet.addElement(sheet)
    document.save(here / name)


def with_libreoffice(source, target, filter_name):
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", filter_name, "--outdir", folder,
             str(here / source)], check=True, capture_output=True)
        made = next(path for path in pathlib.Path(folder).iterdir() if path.is_file())
        (here / target).write_bytes(made.read_bytes())


with_openpyxl("openpyxl.xlsx", epoch_1904=False)
with_openpyxl("openpyxl-1904.xlsx", epoch_1904=True)
with_xlsxwriter("xlsxwriter.xlsx", constant_memory=False)
with_xlsxwriter("xlsxwriter-streamed.xlsx", constant_memory=True)
with_odfpy("odfpy.ods")
with_libreoffice("xlsxwriter.xlsx", "libreoffice.ods", "ods")
with_libreoffice("libreoffice.ods", "libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
with_libreoffice("odfpy.ods", "libreoffice-utf16.csv", "csv:Text - txt - csv (StarCalc):9,34,65535")
