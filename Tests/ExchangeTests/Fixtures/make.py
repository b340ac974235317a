"""Makes the property lists that the tests import, each by a program that offices use.

    pip install openpyxl odfpy
    python3 Tests/ExchangeTests/Fixtures/make.py

A list as the property system prints it: title rows, a line of print, the header, items with full-width
figures and dates of the Republic, a unit for a keeper, one scrapped item, a repeated header, a total,
places to sign. It lacks owner, user and class.
"""

import csv
import pathlib

import openpyxl
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet

here = pathlib.Path(__file__).parent
TITLE = ["臺北市第一國民小學", "財產清冊（資訊設備）"]
PRINTED = ["列印日期：115/03/13", "", "", "", "", "", "", "第1頁"]
HEADER = ["財產編號", "財產名稱", "廠牌型號", "保管人", "存置地點", "購置日期", "數量", "備註"]
ROWS = [
    ["3140101-03-12", "個人電腦", "ASUS M500", "教務處", "電腦教室", "110/03/15", "１", ""],
    ["3140101-03-13", "個人電腦　", "ASUS M500", "總務處", "二樓辦公室", "1100315", "1", "NA"],
    ["3140305-01-01", "伺服器", "HP DL380", "資訊組", "機房", "中華民國112年8月1日", "1", "無"],
    ["3140502-07-02", "雷射印表機", "EPSON", "王大明", "總務處", "99年12月5日", "2", "已報廢"],
    ["3140901-02-01", "網路交換器", "Cisco 9200", "資訊組", "機房", "113.2.30", "1", ""],
    ["3140901-02-02", "網路交換器", "Cisco 9200", "資訊組", "機房", "113.2.28", "一台", ""],
    ["3140101-03-12", "個人電腦", "ASUS M500", "教務處", "電腦教室", "110/03/15", "1", ""],
]
TOTAL = ["合計", "", "", "", "", "", "8", ""]
SIGN = ["製表：", "", "單位主管：", "", "機關首長：", "", "", ""]


def lines():
    yield from ([title] + [""] * 7 for title in TITLE)
    yield PRINTED
    yield [""] * 8
    yield HEADER
    yield from ROWS[:3]
    yield HEADER
    yield from ROWS[3:]
    yield TOTAL
    yield SIGN


def by_hand():
    with open(here / "property-big5.csv", "w", encoding="big5", newline="") as file:
        csv.writer(file).writerows(lines())


def with_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "財產清冊"
    for line in lines():
        sheet.append([value or None for value in line])
    sheet.merge_cells("A1:H1")
    sheet["D6"] = "游錫堃"
    sheet["D7"] = "𠮷田"
    sheet["H6"] = "=1+1"
    sheet["H6"].data_type = "s"
    book.save(here / "property-openpyxl.xlsx")


def with_odfpy():
    document = OpenDocumentSpreadsheet()
    sheet = table.Table(name="財產清冊")
    for line in lines():
        row = table.TableRow()
        for value in line:
            cell = table.TableCell(valuetype="string") if value else table.TableCell()
            if value:
                cell.addElement(text.P(text=value))
            row.addElement(cell)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    document.save(here / "property-odfpy.ods")


if __name__ == "__main__":
    by_hand()
    with_openpyxl()
    with_odfpy()
