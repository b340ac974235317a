// Official documents as trees, and what becomes of them: ODT, HTML, PDF.
