"""Writes the workbooks of these cases, with a writer that is not ours (openpyxl): python3 make-workbooks.py"""

from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

HERE = Path(__file__).parent
HEADER = ["编号", "县", "平时考核分", "年终考核分", "建房进度", "资金", "安全事故", "弄虚作假", "到任日期"]


def save(book, case, name="data.xlsx"):
    folder = HERE / case
    folder.mkdir(parents=True, exist_ok=True)
    book.properties.created = book.properties.modified = datetime(2018, 12, 31)
    book.save(folder / name)


def filled_form():
    """Everything that a clerk may do to a form without being wrong."""
    book = Workbook()
    sheet = book.active
    sheet.title = "包点领导"
    sheet.append(["2018年度包点领导考核数据采集表"])
    sheet.merge_cells("A1:I1")
    sheet["A1"].font = Font(bold=True)
    sheet.append(["填报单位:移民管理局"])
    sheet.append(["到任日期", "编号\n文本", "县", "平时考核分(分)\n0～30", "年终考核分*", "建房进度", "备注", "弄虚作假", "资金(万元)", "安全事故"])
    rows = [
        [date(2018, 4, 23), "001", "甲县", 28.5, "６５．５", 0.475, "好", "否", 12.5, "无"],
        ["2018年5月6日", 7, None, "'27", 60, 0.8, None, "√", "1,200", "损失较大"],
        [43213, "003", "乙县", 25, 61, "90%", None, False, None, "无"],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("C4:C5")
    for cell in ("F4", "F5"):
        sheet[cell].number_format = "0.0%"
    sheet["B5"].number_format = "000"
    for _ in range(3):
        sheet.append([None])
    sheet["A12"].font = Font(bold=True)
    records = book.create_sheet("月度考核表")
    records.append(["期", "编号", "得分"])
    for row in [["1月", "001", 90], [datetime(2018, 2, 1), "001", 80], ["3月", "007", "88分"]]:
        records.append(row)
    records["A3"].number_format = "yyyy-mm"
    notes = book.create_sheet("填表须知")
    notes["A1"] = "请于1月10日前报送"
    save(book, "good/workbook-filled-form")


def calendar_of_1904():
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(HEADER)
    sheet.append(["A1", "甲县", 28, 60, 80, None, "无", "否", date(2018, 4, 23)])
    sheet.append(["A2", "甲县", 28, 60, 80, None, "无", "否", 41751])
    save(book, "good/workbook-1904")


def mistakes():
    """Each mistake is told with its cell, and the other rows stay."""
    book = Workbook()
    sheet = book.active
    sheet.title = "包点领导"
    sheet.append(HEADER)
    sheet.append(["A1", "甲县", 28, 60, 80, None, "无", "否", None])
    sheet.append(["A2", "甲县", 35, 60, 80, None, "没有", "否", "4/5/2018"])
    sheet.append(["A3", "甲县", "#N/A", "=D2+1", 80, None, "无", "不知道", None])
    sheet["C4"].data_type = "e"
    sheet.append([450102199001011234, "甲县", 28, 60, 80, None, "无", "否", None])
    sheet.append(["A1", "乙县", 28, 0.6, 80, None, "无", "否", None])
    sheet["D6"].number_format = "0%"
    sheet.append([None, "乙县", 28, 60, 80, None, "无", "否", None])
    sheet.append(["A8", "丙县", 1, 1, 1, None, "无", "否", None])
    sheet.row_dimensions[8].hidden = True
    records = book.create_sheet("负面通报")
    records.append(["编号", "日期", "级别"])
    records.append(["A1", "2018-03-01", "市"])
    records.append(["A9", "2018-03-01", "市"])
    records.append(["A2", "三月", "省"])
    draft = book.create_sheet("包点领导(草稿)")
    draft.append(HEADER)
    draft.sheet_state = "hidden"
    save(book, "bad/workbook-mistakes")


def no_header():
    book = Workbook()
    sheet = book.active
    sheet.title = "包点领导"
    sheet.append(["甲县", 28, 60])
    save(book, "bad/workbook-no-header")
    book = Workbook()
    book.active.append(["名称", "数量"])
    save(book, "bad/workbook-nothing-to-read")


def two_departments():
    """One file a department, joined by id: a fact given twice, and subjects that one of them has not."""
    book = Workbook()
    sheet = book.active
    sheet.title = "包点领导"
    sheet.append(["编号", "县", "平时考核分", "建房进度"])
    for row in [["A1", "甲县", 28, 80], ["A2", "甲县", 27, 81], ["A3", "乙县", 26, 82]]:
        sheet.append(row)
    save(book, "bad/workbook-two-departments", "包点领导.xlsx")
    (HERE / "bad/workbook-two-departments/data.csv").write_text(
        "编号,年终考核分,平时考核分,建房进度,安全事故\nA2,61,27.0,80%,无\nA1,60,28,80%,无\nA4,62,25,84,无\n", encoding="utf-8"
    )


def joined_figures():
    """A figure in one cell for two rows may be the total of both; a county in one cell is that of both."""
    book = Workbook()
    sheet = book.active
    sheet.title = "包点领导"
    sheet.append(HEADER)
    for i in range(1, 4):
        sheet.append([f"A{i}", "甲县" if i < 3 else "乙县", 28, 60, 80, 1000000 if i == 1 else None, "无", "否", None])
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("F2:F4")
    save(book, "bad/workbook-joined-figures")


def title_with_unit():
    """单位：万元 above a column whose heading has no unit, and below the name of another."""
    book = Workbook()
    sheet = book.active
    sheet.title = "包点领导"
    sheet.append(["2018年度包点资金"])
    sheet.append([None, None, None, None, "单位：万元、分"])
    sheet.append(["编号", "平时考核分", "年终考核分（分）", "建房进度\n（单位：‰）", "资金", "安全事故"])
    sheet.append(["A1", 28, 60, 80, 120, "无"])
    save(book, "bad/workbook-title-with-unit")


def shown_units():
    """What the formats of cells show is what was meant: 12.5万元, and a number that is shown scaled is in the plain unit."""
    book = Workbook()
    sheet = book.active
    sheet.title = "包点领导"
    sheet.append(["编号", "平时考核分", "年终考核分", "建房进度（2018年，%）", "资金", "安全事故", "到任日期"])
    sheet.append(["甲", 1, 2, 3, 4, 5, 6])
    sheet.append(["示例", 25, 60, 90, 1, "无", None])
    formats = ['0.00"万元"', '0!.0,"万"', '#,##0.00"元"', "#,##0.00_ ", '[$¥-804]#,##0;-0"亿元"', "General\\万"]
    for i, form in enumerate(formats):
        row = [f"A{i + 1}", 28, 60, 80 + i, 12.5 if i in (0, 5) else 120000, "无", 20180423]
        sheet.append(row)
        sheet.cell(i + 4, 5).number_format = form
        sheet.cell(i + 4, 7).number_format = "yyyy-mm-dd"
    sheet["B4"].number_format = '0"分"'
    sheet.append(["注1、资金是年度到账的"])
    sheet.append(["（单位盖章）"])
    save(book, "good/workbook-shown-units")


if __name__ == "__main__":
    filled_form()
    calendar_of_1904()
    mistakes()
    no_header()
    two_departments()
    joined_figures()
    title_with_unit()
    shown_units()
