/* What each code of a finding means and what to do about it (data/README.md section 3). */
#include "cli/topics.h"

#include "import/finding.h"

static const struct label codes[] = {
	[FINDING_FILE] = L(
		"Tệp trống, không phải văn bản hay bảng tính .xlsx (xls, ods, zip, pdf), hoặc là bảng "
		"tính hỏng hay có mật khẩu. Mở tệp gốc và lưu lại dạng .xlsx hoặc CSV UTF-8.",
		"The file is empty, neither text nor an .xlsx workbook (xls, ods, zip, pdf), or a "
		"workbook that is damaged or has a password. Open the original and save it as .xlsx "
		"or CSV UTF-8."),
	[FINDING_HEADER] = L(
		"Không tìm thấy dòng tiêu đề, thiếu cột bắt buộc, hai cột cùng một nghĩa, hoặc "
		"--map nêu tiêu đề không có trong tệp. Sửa tên cột, xóa cột thừa, hoặc dùng "
		"--map 'member=Mã hồ sơ'.",
		"No header line was found, a required column is missing, two columns mean the "
		"same, or --map names a heading that is not there. Rename or delete a column, or "
		"use --map 'member=Mã hồ sơ'."),
	[FINDING_ENCODING] =
		L("Tệp dùng bảng mã khác. Lưu lại dạng CSV UTF-8, hoặc dùng --encoding với bảng "
		  "mã mà thông báo gợi ý.",
			"The file is in another encoding. Save it as CSV UTF-8, or use "
			"--encoding with the one that the message proposes."),
	[FINDING_LOSSY_TEXT] = L(
		"Chữ đã hỏng từ trước: Nguy?n (mất dấu khi lưu) hay NguyÔn (chữ của font cũ bị "
		"lưu thành UTF-8). Không khôi phục được từ tệp này; xuất lại từ tệp gốc dạng CSV "
		"UTF-8.",
		"The text was damaged before: Nguy?n (letters lost when it was saved) or NguyÔn "
		"(letters of an old font saved as UTF-8). It cannot be mended from this file; "
		"export the original again as CSV UTF-8."),
	[FINDING_NUL] = L(
		"Dòng có ký tự NUL: tệp hỏng, hoặc là UTF-16 không có BOM. Lưu lại tệp, hoặc "
		"dùng --encoding utf-16le.",
		"A NUL character: the file is damaged, or UTF-16 without a byte order mark. Save "
		"it again, or use --encoding utf-16le."),
	[FINDING_TOO_LONG] =
		L("Ô, dòng, bản ghi, mã hoặc văn bản quá dài; thường vì thiếu dấu nháy kép đóng. "
		  "Sửa ô mà thông báo nêu.",
			"A cell, line, record, code or text is over its limit, often because a "
			"quote is not closed. Mend the cell that the message names."),
	[FINDING_TOO_FEW_CELLS] = L("Dòng có ít ô hơn dòng tiêu đề; thường vì một ô bị ngắt "
				    "dòng. Nối lại dòng, hoặc đặt ô có ngắt dòng trong dấu nháy "
				    "kép.",
		"The row has fewer cells than the header, often because a cell was broken into "
		"two lines. Join the lines, or put the cell in quotes."),
	[FINDING_TOO_MANY_CELLS] = L("Dòng có nhiều ô hơn dòng tiêu đề: một ô chứa dấu phân "
				     "cách, như Ấp 1, xã A. Đặt ô đó trong dấu nháy kép.",
		"The row has more cells than the header: one holds the delimiter, as in Ấp 1, xã "
		"A. Put it in quotes."),
	[FINDING_QUOTE] =
		L("Dấu nháy kép không đóng, hoặc đứng giữa ô. Thông báo nêu dòng mở dấu nháy; "
		  "thêm dấu đóng, hoặc viết dấu bên trong hai lần: \"Chi bộ \"\"A\"\"\".",
			"A quote is not closed, or stands inside a cell. The message names the "
			"line where it opened; close it, or double the ones inside: \"Chi bộ "
			"\"\"A\"\"\"."),
	[FINDING_REQUIRED] =
		L("Ô bắt buộc còn trống. Điền giá trị.", "A required cell is empty. Fill it in."),
	[FINDING_DATE] = L("Không phải là ngày, như 31/02/2020 (không có trong lịch), 3/2/80 "
			   "(năm hai chữ số), 04/30/2022 (tháng trước ngày). Ghi 28/02/2020 hoặc "
			   "2020-02-28.",
		"Not a date: 31/02/2020 (not in the calendar), 3/2/80 (two digits of the year), "
		"04/30/2022 (month first). Write 28/02/2020 or 2020-02-28."),
	[FINDING_NUMBER] =
		L("Không phải là số nguyên, như 45.41, -5, khoảng 200. Ghi 4541, 4.541 hoặc 4,541.",
			"Not a whole number: 45.41, -5, about 200. Write 4541, 4.541 or 4,541."),
	[FINDING_PERCENT] =
		L("Không phải là tỷ lệ phần trăm, như 3,85 phần trăm. Ghi 3,85 hoặc 3.85 %.",
			"Not a percent, as 3.85 per cent is not. Write 3.85 or 3,85 %."),
	[FINDING_WORD] = L("Từ không có trong danh mục, như Nam giới. Thông báo liệt kê các từ "
			   "dùng được; cách viết khác xem ở phần Danh mục.",
		"A word that is not in the list, as Nam giới. The message gives the words there "
		"are; other spellings stand under Category words."),
	[FINDING_UNKNOWN_UNIT] = L(
		"Không có đơn vị nào mang mã hoặc tên đó. Nhập đơn vị trước, hoặc sửa mã; bảng "
		"tính có thể đã làm mất số 0 ở đầu.",
		"No unit has this code or name. Import the units first, or correct the code; a "
		"spreadsheet may have dropped its leading zeros."),
	[FINDING_AMBIGUOUS_UNIT] =
		L("Nhiều đơn vị cùng tên, như Chi bộ Ấp 1. Dùng mã đơn vị; thông báo nêu các mã.",
			"Several units have this name, as Chi bộ Ấp 1. Use the code; the message "
			"gives them."),
	[FINDING_TREE] =
		L("Đơn vị không có chỗ trong cây tổ chức: hai đơn vị cùng để trống cấp trên, "
		  "trực thuộc vòng tròn, sâu hơn 100 cấp, hoặc cấp trên bị từ chối. Sửa cột "
		  "parent.",
			"The unit has no place in the tree: a second one without a parent, a "
			"circle, more than 100 levels, or a parent that was rejected. Correct "
			"parent."),
	[FINDING_DUPLICATE] =
		L("Hai dòng cùng khóa nhưng khác giá trị; thông báo nêu dòng đầu. Xóa một dòng, "
		  "hoặc sửa mã hay ngày đến.",
			"Two rows of one key with other values; the message names the first. "
			"Delete one, or correct the code or joined_on."),
	[FINDING_ORDER] = L(
		"Các ngày trái thứ tự: chính thức trước khi vào Đảng, ra trước khi đến, sinh sau "
		"khi vào Đảng, giải thể trước khi thành lập, kế hoạch kết thúc trước khi bắt "
		"đầu. Sửa một trong hai ngày.",
		"Dates in the wrong order: official before admitted, left before joined, born "
		"after admitted, closed before opened, a plan that ends before it begins. "
		"Correct one of the two."),
	[FINDING_OVERLAP] = L(
		"Hai lần sinh hoạt của một đảng viên chồng lên nhau. Ghi ngày ra và hình thức ra "
		"cho lần trước.",
		"Two stays of one member overlap. Give the earlier one its left_on and left_by."),
	[FINDING_FUTURE] = L(
		"Ngày sau hôm nay, theo đồng hồ của máy. Sửa ngày, hoặc xem lại đồng hồ.",
		"A date after today, by the clock of the machine. Correct the date, or the clock."),
	[FINDING_MISSING] = L(
		"Một đảng viên của đơn vị không có trong danh sách được coi là đầy đủ. "
		"Bổ sung dòng, hoặc ghi ngày ra và hình thức ra.",
		"A member of the unit who is not in the list that is to be complete. Add the row, or "
		"left_on and left_by."),
	[FINDING_DAMAGED] = L(
		"Ô bị một chương trình làm hỏng: lỗi của bảng tính (#N/A, ####), từ ghi thay cho ô "
		"trống (NULL, NaN), mã thành số dạng mũ (8.72E+11), mã thành ngày, công thức chưa có kết "
		"quả, mã có ký tự điều khiển, chữ UTF-8 bị mở nhầm bảng mã (NguyÃªn). Sửa công thức, xóa trống ô, hoặc lấy lại từ tệp gốc.",
		"A cell that a program spoilt: an error of the spreadsheet (#N/A, ####), a word for "
		"nothing (NULL, NaN), a code that became a number (8.72E+11) or a date, a formula "
		"without its value, control characters in a code, UTF-8 opened in another code page (NguyÃªn). Correct the formula, empty the cell, "
		"or take it from the original."),
	[FINDING_TWIN] = L(
		"Mã mới chỉ khác một mã khác ở số 0 đứng đầu, chữ hoa chữ thường hoặc chữ trông "
		"giống nhau; bảng tính thường làm mất số 0. Thông báo nêu mã kia: sửa mã.",
		"A new code that differs from another one only by leading zeros, case or letters that "
		"look alike; spreadsheets drop zeros. The message names the other: correct the code."),
	[FINDING_OTHER_PERSON] =
		L("Mã này đã là của người khác: cả họ tên và ngày sinh đều khác. Kiểm tra lại mã.",
			"The code is that of another person: both name and birth date differ. "
			"Check the code."),
	[FINDING_PAIR] = L(
		"Có ngày ra mà thiếu hình thức ra, hoặc ngược lại; có nơi sáp nhập mà thiếu "
		"ngày giải thể. Điền ô còn thiếu.",
		"left_on without left_by, or the reverse; merged_into without closed_on. Fill in the "
		"other."),
	[FINDING_HISTORY] = L(
		"Dòng của units.csv đổi loại hình hoặc đơn vị cấp trên của những ngày đã "
		"qua, khi đơn vị đã có đảng viên: số liệu đã công bố sẽ đổi. Nhập dòng mới "
		"có ngày ở cột since như thông báo chỉ ra; nếu chỗ cũ ghi sai thì dùng "
		"--rewrite-history.",
		"A row of units.csv changes the kind or the parent of days that are past, on which the "
		"unit had members: published figures would change. Import a new row with a day in "
		"since, as the message shows; to mend a mistake use --rewrite-history."),
};

bool topic_codes(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	if (n >= sizeof codes / sizeof codes[0])
		return false;
	buf_puts(name, finding_code_name((enum finding_code)n));
	buf_puts(text, label_in(codes[n], lang));
	return true;
}
