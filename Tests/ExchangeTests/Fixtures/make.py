"""Makes the property lists that the tests import, each by a program that offices use.

    pip install openpyxl odfpy
    python3 Tests/ExchangeTests/Fixtures/make.py

A list as the property system prints it: title rows, a line of print, the header, items with full-width
figures and dates of the Republic, a unit for a keeper, one scrapped item, a repeated header, a total,
places to sign. It lacks owner, user and class.
"""

import csv
import datetime
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
    sheet["D6"] = "林堃成"
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


def awkward():
    """A list for the eye: a header of two lines in row 7, groups with sums, remarks, places to sign,
    a second table below, and a second tab."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "硬體"
    item = ["個人電腦", "實體資產", "總務處", "王大明", "二樓"]
    day = datetime.date(2021, 3, 15)
    rows = [
        ["臺北市立第一國民小學"], ["中華民國115年度"], [], ["單位：總務處"], ["製表日期：115/03/13"], [],
        ["財產", None, "資產類別", "權責", None, "存置地點", "購置\n日期", "數量", "備註"],
        ["編號", "名稱", None, "擁有者", "保管人"],
        ["甲、電腦設備"],
        ["N-1", *item, "110/03/15", 1, None], ["N-2", *item, "民國110年3月15日", "１", None],
        ["N-3", *item, "1100315", "一台", "隱藏"], ["電腦設備小計", *[None] * 6, 3],
        ["總務處"],
        ["N-4", "影印機", "實體資產", "教務處", None, "一樓", day, "1.0", None],
        [None, "事務設備小計", *[None] * 5, 1], ["總　計", *[None] * 6, 4], [],
        ["註：1. 本表依財產系統列印。"], ["　　2. 單價未滿一萬元者不列。"], ["承辦人", None, "組長", "主任", None, "校長"],
        [],
        ["軟體授權"], ["軟體名稱", "版本", "授權數", "到期日"], ["Office", "2021", "30", "115/12/31"],
        ["防毒軟體", "12", "50", "115/06/30"],
    ]
    for row in rows:
        sheet.append(row)
    for merged in ["A1:I1", "A7:B7", "C7:C8", "D7:E7", "F7:F8", "G7:G8", "H7:H8", "I7:I8", "A9:I9"]:
        sheet.merge_cells(merged)
    sheet.row_dimensions[12].hidden = True
    other = book.create_sheet("軟體")
    other.append(HEADER)
    other.append(ROWS[0])
    book.save(here / "awkward-openpyxl.xlsx")


def filtered():
    """A list that is filtered, and repeats an empty row to the end of the sheet."""
    document = OpenDocumentSpreadsheet()
    sheet = table.Table(name="清冊")
    for number, line in enumerate([HEADER] + ROWS[:4]):
        row = table.TableRow(visibility="filter" if number in (2, 3) else "visible")
        for value in line:
            cell = table.TableCell(valuetype="string")
            cell.addElement(text.P(text=value))
            row.addElement(cell)
        row.addElement(table.TableCell(numbercolumnsrepeated=16_376))
        sheet.addElement(row)
    rest = table.TableRow(numberrowsrepeated=1_048_571)
    rest.addElement(table.TableCell(numbercolumnsrepeated=16_384))
    sheet.addElement(rest)
    document.spreadsheet.addElement(sheet)
    document.save(here / "filtered-odfpy.ods")


def own_characters():
    """A list with characters that an agency made itself, which Big5 has no place for: in the title, in a
    name, and in a column that no field takes. 「※」 stands for them here."""
    rows = [
        ["第一※國民小學財產清冊", "", "", "", ""],
        ["財產編號", "資產名稱", "資產類別", "擁有者", "備查"],
        ["A-1", "電腦", "實體資產", "教務處", ""],
        ["A-2", "電腦", "實體資產", "王※明", ""],
        ["A-3", "電腦", "實體資產", "教務處", "※"],
    ]
    text = "".join(",".join(row) + "\r\n" for row in rows)
    own = text.encode("big5").replace("※".encode("big5"), b"\xFA\x40")
    (here / "own-characters-big5.csv").write_bytes(own)


if __name__ == "__main__":
    own_characters()
    by_hand()
    with_openpyxl()
    with_odfpy()
    awkward()
    filtered()
