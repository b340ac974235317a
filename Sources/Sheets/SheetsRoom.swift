// Spreadsheets in and out: ODS, XLSX and CSV as rows of typed cells.
