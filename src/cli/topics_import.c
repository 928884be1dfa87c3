/* The manual of the import: data/README.md section 3 for users, and what it leaves open. */
#include "cli/topics.h"

#define ITEMS(items) items, sizeof(items) / sizeof((items)[0])

/* --- what a file may look like --------------------------------------------------------- */

static const struct topic_item file_items[] = {
	{L("bảng mã", "encoding"),
		L("UTF-8 (có BOM hay không) và UTF-16 có BOM được tự nhận ra. Bảng mã khác phải "
		  "nêu tên: --encoding cp1258 (CSV thường của Windows tiếng Việt), tcvn3 (font "
		  "ABC như .VnTime), vni (font VNI), utf-16le, utf-16be; utf-8 cũng nêu được. "
		  "BOM trong tệp được ưu tiên hơn tùy chọn. Ví dụ: import --encoding tcvn3 "
		  "cu.csv.",
			"UTF-8, with or without a byte order mark, and UTF-16 with one are "
			"found. Any other is named: --encoding cp1258 (the plain CSV of a "
			"Vietnamese Windows), tcvn3 (ABC fonts such as .VnTime), vni (VNI "
			"fonts), utf-16le, utf-16be; utf-8 can be named too. A byte order mark "
			"goes before the option. Example: import --encoding tcvn3 cu.csv.")},
	{L("dấu phân cách", "delimiter"),
		L("Dấu phẩy, dấu chấm phẩy hoặc TAB, tùy theo dấu nào cho dòng tiêu đề nhiều cột "
		  "quen thuộc nhất. Dòng đầu sep=; hoặc --delimiter thì quyết định luôn. Ví dụ: "
		  "import --delimiter '|' ds.txt.",
			"Comma, semicolon or TAB, whichever makes the header with the most known "
			"columns. A first line sep=; or --delimiter settles it. Example: import "
			"--delimiter '|' ds.txt.")},
	{L("dòng tiêu đề", "header line"), L("Trong 50 dòng đầu: dòng có đủ các cột bắt buộc, "
					     "không có thì dòng có nhiều cột quen thuộc nhất, ít "
					     "nhất hai (một, nếu đã nêu loại dữ liệu). Những gì "
					     "ở trên là tiêu đề của văn bản, được bỏ qua.",
						   "Among the first 50 lines: the one with all "
						   "required columns, else the one with the most "
						   "known columns, two at least (one, when the "
						   "kind is named). What stands above is a title "
						   "and passed over.")},
	{L("loại dữ liệu", "kind"),
		L("Là units, population, plans hay members, tùy theo dòng tiêu đề; nêu tên loại "
		  "trước tên tệp thì theo tên đó. Ví dụ: import members ds.csv.",
			"It is units, population, plans or members, as the header has it; the kind "
			"named before the files settles it. Example: import members ds.csv.")},
	{L("bản ghi", "records"), L("Mỗi dòng của bảng dưới dòng tiêu đề, trừ dòng hoàn toàn "
				    "trống. Phải đủ ô như dòng tiêu đề; ô thừa phải trống. Số "
				    "dòng trong thông báo là dòng vật lý của tệp, nơi bản ghi "
				    "bắt đầu.",
					  "Every row below the header but empty lines. It must "
					  "have as many cells as the header; further ones must "
					  "be empty. The line that a message names is the "
					  "physical line of the file on which the record starts.")},
	{L("dòng bỏ qua", "skipped rows"),
		L("Dòng chỉ có ô trống; dòng tổng (Tổng cộng, Tổng số, Cộng, Total ở ô đầu có chữ, khi "
		  "thiếu một ô bắt buộc); dòng đánh số cột 1, 2, 3 hay (1), (2), (3) ngay dưới tiêu đề; "
		  "dòng tiêu đề lặp lại ở trang sau; ghi chú và chữ ký dưới bảng, là từ dòng đầu tiên sau "
		  "một dòng trống mà thiếu ô bắt buộc và có không quá hai ô có chữ, đến trước dòng tiếp theo "
		  "có đủ các ô bắt buộc; dòng lặp lại y nguyên. Chúng được đếm là bỏ qua; tiêu đề lặp lại và "
		  "ghi chú còn được nêu cùng dòng đầu tiên.",
			"Rows of blank cells only; totals (Tổng cộng, Tổng số, Cộng or Total in the first "
			"filled cell, while a required cell is empty); a row right below the header that "
			"numbers the columns 1, 2, 3 or (1), (2), (3); the header once more on a new page; "
			"remarks and signatures below the table, that is from the first row below an empty "
			"one that leaves a required cell empty and fills no more than two, to the next one "
			"that fills all required cells; the very same row again. They are counted as skipped, "
			"and repeated headers and remarks are told with their first row too.")},
	{L("dấu nháy kép", "quotes"), L("Ô chứa dấu phân cách, ngắt dòng hay dấu nháy kép được "
					"đặt trong \"…\", dấu nháy bên trong viết hai lần. Ô "
					"trong nháy kép chạy qua nhiều dòng mà trong đó có dòng "
					"giống một bản ghi thì bị từ chối ở dòng mở dấu nháy; "
					"các dòng sau đó vẫn được đọc tiếp.",
					      "A cell with the delimiter, a line break or a "
					      "quote in it stands in \"…\", a quote inside it "
					      "doubled. A quoted cell that runs over lines and "
					      "holds one that looks like a record is rejected at "
					      "the line where the quote opened; reading goes on "
					      "with the line after that.")},
	{L("giới hạn", "limits"),
		L("Ô 1 MiB, bản ghi 4 MiB, dòng 8 MiB, ô trong nháy kép 1.000 dòng, 16.384 cột, "
		  "mã 128 ký tự, văn bản 1.000 ký tự, mỗi đảng viên 1.000 dòng trong một tệp.",
			"A cell 1 MiB, a record 4 MiB, a line 8 MiB, a quoted cell 1,000 lines, "
			"16,384 columns, a code 128 characters, a text 1,000 characters, one "
			"member 1,000 rows in a file.")},
	{L("bảng tính Excel", "Excel workbook"),
		L("Tệp .xlsx được đọc thẳng, dù mang tên gì. Mỗi trang tính đang hiện có tiêu đề cột "
		  "quen thuộc là một tệp riêng, trong thông báo là TỆP.xlsx[TRANG]; các trang khác được "
		  "nêu tên và bỏ qua. --sheet TÊN chỉ nhập một trang, kể cả trang ẩn. Ô ngày là ngày "
		  "(giờ bị bỏ), số thường không bao giờ là ngày; số có % là tỷ lệ đó; mã lưu thành số có "
		  "đủ các số 0 và chữ của định dạng (00000, \"CB\"000); công thức là giá trị đã tính. Ví "
		  "dụ: import --sheet 'Đảng viên' so-lieu.xlsx.",
			"An .xlsx file is read as it is, whatever its name. Each sheet that can be seen and "
			"has known headings is a file of its own, FILE.xlsx[SHEET] in messages; the others "
			"are named and passed over. --sheet NAME imports one alone, also a hidden one. A date "
			"cell is that day (a time is dropped), a plain number is never a date; a number with "
			"% is that percent; a code kept as a number has the zeros and letters of its format "
			"(00000, \"CB\"000); a formula is its calculated value. Example: import --sheet "
			"'Đảng viên' so-lieu.xlsx.")},
	{L("bảng tính không đọc được", "workbook that cannot be read"),
		L(".xls, .xlsb và .ods (hãy lưu lại dạng .xlsx), tệp có mật khẩu, tệp hỏng, phần nào "
		  "giải nén ra quá 1 GiB hay có khai báo DOCTYPE.",
			".xls, .xlsb and .ods (save them again as .xlsx), one with a password, a damaged "
			"one, a part of more than 1 GiB unpacked or with a document type declaration.")},
	{L("tệp đang thay đổi", "a changing file"),
		L("Tệp có kích thước hay thời điểm sửa thay đổi trong khi được đọc (đang được chép, "
		  "đang được lưu) thì không được lưu, mã kết thúc 1; đầu vào chuẩn thì không xét.",
			"A file of which the size or the time changes while it is read (it is still "
			"copied, or saved) is not stored, exit 1; standard input may change.")},
	{L("nhiều tệp", "several files"),
		L("Được nhập theo thứ tự units, population, plans, members, dù viết theo thứ tự "
		  "nào. Mỗi tệp là một lần nhập riêng; gặp tệp không được lưu thì dừng, các tệp "
		  "trước vẫn được giữ. --rejects chỉ dùng với một tệp; trong bảng tính, trang thứ "
		  "hai có dòng sai được ghi vào TỆP-TRANG.",
			"They are loaded in the order units, population, plans, members, "
			"whatever the order given. Each is an import of its own; the first that "
			"is not stored ends the run, and what came before stays. --rejects goes "
			"with one file only; of a workbook a second sheet with bad rows gets "
			"FILE-SHEET.")},
};

static bool file_item(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	return topic_item(ITEMS(file_items), n, lang, name, text);
}

/* --- values ---------------------------------------------------------------------------- */

static const struct topic_item value_items[] = {
	{L("ngày", "date"),
		L("2022-04-30, hoặc ngày trước: 30/4/2022, 30.04.2022, 30-04-2022; 00:00:00 theo "
		  "sau được bỏ. Không bao giờ đoán tháng đứng trước: một ngày như 04/30/2022 làm "
		  "cả tệp không được lưu, kể cả với --on-error=skip, vì 04/03/2022 trong tệp đó "
		  "sẽ sai mà không ai thấy. Năm phải đủ bốn chữ số.",
			"2022-04-30, or day first: 30/4/2022, 30.04.2022, 30-04-2022; 00:00:00 "
			"behind it is let pass. Month first is never guessed: a date such as "
			"04/30/2022 keeps the whole file out, under --on-error=skip too, because "
			"04/03/2022 in it would be wrong unseen. A year has four digits.")},
	{L("ngày sinh", "birth"),
		L("Như trên, hoặc chỉ tháng (02/1980, 1980-02), hoặc chỉ năm (1980); không trước "
		  "năm 1850.",
			"As above, or the month alone (02/1980, 1980-02), or the year (1980); "
			"not before 1850.")},
	{L("số", "number"),
		L("4541, 4.541, 4,541 hay 4 541; nhóm không đủ ba chữ số như 45.41 bị từ chối.",
			"4541, 4.541, 4,541 or 4 541; ill-formed groups such as 45.41 are "
			"rejected.")},
	{L("tỷ lệ", "percent"),
		L("3,85, 3.85 hay 3,85 %, nhiều nhất 4 chữ số lẻ, không quá 100. Dưới 0,1 thì phải có "
		  "dấu %: 0,0385 thường là ô 3,85 % đã mất định dạng.",
			"3.85, 3,85 or 3.85 %, at most 4 decimals, not over 100. Under 0.1 it "
			"has its % sign: 0.0385 is often a cell of 3.85 % that lost its format.")},
	{L("chữ", "text"), L("Lưu ở dạng NFC, bỏ khoảng trắng thừa; Ð giống Đ được đổi thành Đ; "
			     "một dấu ' đứng trước = + - @ do list hoặc report thêm vào được bỏ "
			     "ra. Tôn giáo Không, Không có, 0, none nghĩa là không theo tôn giáo "
			     "nào.",
				   "Stored in NFC without surplus blanks; the look-alike Ð "
				   "becomes Đ; one ' that list or report put before = + - @ is "
				   "taken off. A religion of Không, Không có, 0 or none means no "
				   "religion.")},
	{L("mã", "code"),
		L("Giữ nguyên chữ hoa, chữ thường và số 0 ở đầu: 007 khác 7. Một dấu ' trước chữ số "
		  "và ký tự không nhìn thấy được bỏ ra; =\"007\" là 007.",
			"Case and leading zeros stay: 007 is not 7. One ' before a digit and "
			"characters that show nothing are taken off; =\"007\" is 007.")},
	{L("đơn vị", "unit"), L("Mã đơn vị; không có mã đó thì tên chính xác của một đơn vị, so "
				"như tiêu đề cột. Tên mà hai đơn vị cùng có bị từ chối và thông "
				"báo nêu các mã.",
				      "The code of a unit, or, when there is no such code, the "
				      "exact name of one, matched as headings are. A name that "
				      "two units share is rejected, and both codes are told.")},
	{L("từ", "word"), L("Một từ trong danh mục bên dưới, so như tiêu đề cột. Từ lạ bị từ "
			    "chối, không bao giờ bị đoán.",
				  "A word of the list below, matched as headings are. An unknown "
				  "one is rejected, never guessed.")},
	{L("ô hỏng", "spoilt cell"),
		L("Bị từ chối ở mọi cột được đọc: lỗi của bảng tính (#N/A, #REF!, ####), từ ghi thay "
		  "cho ô trống (NULL, NaN, None, N/A, (blank)), mã thành số dạng mũ (8.72E+11), chữ "
		  "UTF-8 bị mở nhầm bảng mã.",
			"It is rejected in every column that is read: errors of spreadsheets "
			"(#N/A, #REF!, ####), words for nothing (NULL, NaN, None, N/A, (blank)), "
			"codes that became numbers (8.72E+11), UTF-8 opened in another code "
			"page.")},
	{L("ô trống", "empty cell"),
		L("Ô chỉ có - – — hoặc . cũng là ô trống. Ô trống không xóa giá trị đã lưu; giá trị mặc định chỉ điền cho bản ghi mới. Với "
		  "--blank-clears, ô trống của cột có trong tệp xóa giá trị cũ, trừ cột bắt "
		  "buộc. Ví dụ: import --blank-clears sua.csv.",
			"So is one with - – — or . alone. It never erases a stored value, and defaults fill new records only. "
			"With --blank-clears an empty cell of a column that is in the file "
			"erases, but for a required one. Example: import --blank-clears sua.csv.")},
};

static bool value_item(size_t n, enum lang lang, struct buf *name, struct buf *text)
{
	return topic_item(ITEMS(value_items), n, lang, name, text);
}

/* --- the topics ------------------------------------------------------------------------ */

const struct topic topics_import[] = {
	{L("Tệp bị từ chối thì làm gì", "When a file is refused"),
		L("Không có gì bị mất: còn một dòng sai thì không dòng nào của tệp được lưu, cơ "
		  "sở dữ liệu vẫn như trước, và chương trình kết thúc với mã 3. Hãy làm lần lượt "
		  "như sau.\n"
		  "\n"
		  "1. Đọc thông báo đầu tiên. Nó cho biết tệp, dòng, cột, lỗi gì và giá trị đọc "
		  "được:\n"
		  "\n"
		  "	ds.csv:7: admitted_on: \"Ngày vào Đảng\": ngày không có trong lịch\n"
		  "	(đọc được \"31/02/2020\")\n"
		  "\n"
		  "Cột mang tên của chương trình, sau đó là tiêu đề trong tệp nếu khác tên ấy. "
		  "Mở tệp bằng bảng tính và tới đúng dòng đó (tệp .xlsx thì ghi cả tên trang tính: "
		  "ds.xlsx[Đảng viên]:7). Nếu có ô ngắt dòng thì số dòng "
		  "trong trình soạn thảo văn bản mới là số đúng.\n"
		  "\n"
		  "2. Xem chương trình hiểu tệp thế nào. --dry-run kiểm tra đúng như khi nhập "
		  "thật nhưng không lưu gì:\n"
		  "\n"
		  "	memberstat import --dry-run ds.csv\n"
		  "\n"
		  "Nó cho biết loại dữ liệu, bảng mã, dấu phân cách, dòng tiêu đề và các cột. "
		  "Hiểu nhầm từ đầu thì dòng nào cũng sai: hãy nêu loại dữ liệu, hoặc dùng "
		  "--map, --delimiter, --encoding.\n"
		  "\n"
		  "3. Mọi dòng sai cùng một kiểu (ngày viết tháng trước, mất số 0 ở đầu mã, sai "
		  "bảng mã): sửa một lần trong bảng tính rồi lưu lại; dạng .xlsx giữ được ngày và số "
		  "0 ở đầu mã. Muốn CSV thì trong Excel: Tệp (File), Lưu thành (Save As), chọn CSV "
		  "UTF-8; trong LibreOffice: Lưu bằng tên (Save As), chọn Text CSV, bộ ký tự Unicode "
		  "(UTF-8).\n"
		  "\n"
		  "4. Chỉ vài dòng sai: lưu các dòng đúng, sửa các dòng còn lại sau:\n"
		  "\n"
		  "	memberstat import --on-error=skip --rejects sai.csv ds.csv\n"
		  "\n"
		  "Mã kết thúc vẫn là 3, vì còn dòng chưa được lưu. sai.csv chứa các dòng sai y "
		  "nguyên, thêm bốn cột _line, _column, _code, _message ở cuối. Sửa các ô sai, "
		  "để nguyên bốn cột đó, rồi nhập chính tệp ấy (với cùng --map, nếu có):\n"
		  "\n"
		  "	memberstat import sai.csv\n"
		  "\n"
		  "Muốn dừng khi sai quá nhiều, thêm --max-errors 20: quá 20 dòng sai thì không "
		  "lưu gì. --rejects cũng dùng được khi không có --on-error=skip, kể cả với "
		  "--dry-run; tệp luôn được ghi mới, không có dòng sai thì chỉ có dòng tiêu đề.\n"
		  "\n"
		  "5. Đã lưu rồi mới thấy sai: nhập lại tệp đã sửa, các dòng cùng khóa được cập "
		  "nhật; hoặc lùi lại lần nhập cuối rồi nhập tệp đúng:\n"
		  "\n"
		  "	memberstat undo\n"
		  "	memberstat import ds-da-sua.csv\n"
		  "\n"
		  "Chương trình in 20 thông báo đầu và đếm tất cả; cùng một lỗi ở hơn 10 dòng thì in ba "
		  "dòng đầu rồi gộp lại, kèm số dòng và các giá trị. --rejects ghi đủ, --format json ghi "
		  "100 thông báo đầu. Phần Các mã lỗi giải thích từng mã.",
			"Nothing is lost: as long as one row is wrong nothing of the file is "
			"stored, the database is as before, and the program ends with status 3. "
			"Go step by step.\n"
			"\n"
			"1. Read the first message. It tells file, line, column, what is wrong, "
			"and the value as it was read:\n"
			"\n"
			"	ds.csv:7: admitted_on: \"Ngày vào Đảng\": a day that the calendar\n"
			"	does not have (got \"31/02/2020\")\n"
			"\n"
			"The column has the program's name, with the heading of your file behind it "
			"where that is another. Open the file in the spreadsheet program and go to that "
			"line (of an .xlsx the sheet is told too: ds.xlsx[Đảng viên]:7). Where cells "
			"hold line breaks, the line number of a text editor is "
			"the right one.\n"
			"\n"
			"2. See how the file was understood. --dry-run checks just as an import "
			"does and stores nothing:\n"
			"\n"
			"	memberstat import --dry-run ds.csv\n"
			"\n"
			"It tells the kind, encoding, delimiter, header line and columns. What "
			"is misunderstood there is wrong in every row: name the kind, or use "
			"--map, --delimiter, --encoding.\n"
			"\n"
			"3. All rows wrong in one way (month before day, leading zeros of codes "
			"gone, another encoding): correct it once in the spreadsheet and save it "
			"again; .xlsx keeps dates and the zeros of codes. For CSV, in Excel: File, Save "
			"As, CSV UTF-8; in LibreOffice: Save As, Text CSV, character set Unicode "
			"(UTF-8).\n"
			"\n"
			"4. Only a few rows wrong: store the good ones, and mend the others "
			"later:\n"
			"\n"
			"	memberstat import --on-error=skip --rejects sai.csv ds.csv\n"
			"\n"
			"The status is 3 still, since some rows were not stored. sai.csv has the "
			"bad rows as they came, with four more columns at the end: _line, "
			"_column, _code, _message. Mend the cells, leave those four, and import "
			"that very file (with the same --map, if any):\n"
			"\n"
			"	memberstat import sai.csv\n"
			"\n"
			"To give up when too much is wrong, add --max-errors 20: with more than "
			"20 bad rows nothing is stored. --rejects can be used without "
			"--on-error=skip too, and with --dry-run; the file is always written "
			"anew, with the header alone when no row is wrong.\n"
			"\n"
			"5. Stored, and only then seen to be wrong: import the mended file, "
			"which updates the rows of the same key; or take the last import back "
			"and import the right file:\n"
			"\n"
			"	memberstat undo\n"
			"	memberstat import ds-da-sua.csv\n"
			"\n"
			"The first 20 messages are printed and all are counted; a fault that more than "
			"10 rows have alike is printed for the first three and then once for all of "
			"them, with their number and the values. --rejects writes every one, --format "
			"json the first 100. The codes are explained under "
			"Codes of errors."),
		.entry = NULL},
	{L("Danh sách đầy đủ của một đơn vị", "The whole list of a unit"),
		L("Danh sách hằng tháng của một chi bộ hay một xã không ghi người đã đi. Với --complete, "
		  "tệp được coi là toàn bộ danh sách của đơn vị đó và các đơn vị bên dưới vào ngày --as-of "
		  "(mặc định: hôm nay); ai là đảng viên ở đó ngày ấy mà không có trong dòng nào thì được "
		  "nêu, với mã lỗi missing và số dòng của tiêu đề:\n"
		  "\n"
		  "	memberstat import members --complete 30043 --as-of 2022-04-30 ds.csv\n"
		  "\n"
		  "Các dòng vẫn được lưu như thường, không ai bị bỏ đi; mã kết thúc là 3 khi có người "
		  "thiếu. Mỗi người thiếu, hãy ghi ngày ra và hình thức ra, hoặc thêm dòng vào danh sách. "
		  "Người có dòng bị từ chối không tính là thiếu.",
			"The monthly list of a cell or a commune says nothing of those who have gone. "
			"With --complete the file is taken for the whole list of that unit and all "
			"below it on --as-of (default: today); whoever is a member there on that day "
			"and stands in no row is told, with the code missing and the line of the "
			"header:\n"
			"\n"
			"	memberstat import members --complete 30043 --as-of 2022-04-30 ds.csv\n"
			"\n"
			"The rows are stored as usual and nobody is taken away; the status is 3 when "
			"somebody is missing. For each of them write left_on and left_by, or add the "
			"row to the list. Whose row was rejected is not missing."),
		.entry = NULL},
	{L("Các mã lỗi", "Codes of errors"),
		L("Mã ở cột _code của --rejects và trong --format json; thông báo cho người đọc "
		  "nói cùng một điều.",
			"They stand in the column _code of --rejects and in --format json; the "
			"messages for people say the same."),
		.entry = topic_codes},
	{L("Tệp nhận được", "What a file may look like"),
		L("Bảng lưu từ bảng tính dưới dạng văn bản đều được: CSV UTF-8, CSV phân cách "
		  "bằng dấu chấm phẩy, Unicode Text. Chương trình tự nhận ra các điều sau; "
		  "--verbose và --dry-run cho biết đã nhận ra gì. --verbose còn nêu từng giá trị "
		  "mà lần nhập thay đổi, cũ → mới.",
			"A table saved as text by any spreadsheet program will do: CSV UTF-8, "
			"CSV with semicolons, Unicode Text. What follows is found; --verbose and "
			"--dry-run tell what was found. --verbose tells each value that the "
			"import changes too, old → new."),
		.entry = file_item},
	{L("Tiêu đề cột", "Headings"),
		L("So tiêu đề không kể chữ hoa, chữ thường, dấu (Đ là D), khoảng trắng, ngắt "
		  "dòng và gạch dưới; dấu * : ( ) ở cuối và chỉ dẫn như (dd/mm/yyyy), (nếu có), "
		  "(bắt buộc) không tính. Thứ tự cột tùy ý. Cột lạ được nêu trong một cảnh báo "
		  "rồi bỏ qua; cột của các mẫu biểu mà chương trình không dùng (ghi sau mỗi danh "
		  "sách cột) và cột có tên bắt đầu bằng _ được bỏ qua không cảnh báo. Thiếu cột "
		  "bắt buộc, hoặc hai cột cùng một nghĩa, là lỗi của cả tệp. Khi có cả cột mã "
		  "đơn vị (mã …) và cột tên đơn vị thì dùng mã.\n"
		  "\n"
		  "Tiêu đề hai dòng, do trộn ô: ô trống ở dòng trên lấy tiêu đề bên trái nó, chữ ở dòng dưới "
		  "được nối vào sau. Ngày vào Đảng ở trên, Dự bị và Chính thức ở dưới là ngày vào Đảng và ngày "
		  "chính thức; Năm sinh ở trên, Nam và Nữ ở dưới cho cả năm sinh và giới tính; Giới tính ở "
		  "trên, Nam và Nữ ở dưới thì đánh dấu x hoặc 1. Cột không có tiêu đề mà có dữ liệu là lỗi của "
		  "cả tệp, để không mất gì mà không ai biết; trừ cột chỉ có số thứ tự 1, 2, 3 … và các ô trống "
		  "bên phải một cột mà chương trình không dùng (như Quê quán).\n"
		  "\n"
		  "Tiêu đề không có trong danh sách thì dùng --map, với COLUMN là tên cột của "
		  "chương trình; nêu cùng một cột nhiều lần thì lần cuối được tính. Tiêu đề hai dòng thì "
		  "nêu cả hai, như 'admitted_on=Quyết định Ngày'. Danh sách chỉ có số định danh cá nhân "
		  "thì dùng --map 'member=Số định danh cá nhân', và luôn dùng một loại mã:\n"
		  "\n"
		  "	memberstat import --map 'member=Mã hồ sơ' --map unit=CB ds.csv",
			"Headings are matched without regard to case, diacritics (Đ is D), "
			"blanks, line breaks and underscores; marks such as * : ( ) at the end "
			"and remarks such as (dd/mm/yyyy), (nếu có), (bắt buộc) do not count. "
			"Columns stand in any order. An unknown one is named in a warning and "
			"ignored; columns of official forms that are not used (told after each "
			"list of columns), and those whose heading begins with _, are passed "
			"over without one. A required column that is missing, and two columns "
			"that mean the same, are errors of the whole file. Where one column has "
			"the code of the unit (mã …) and another its name, the code counts.\n"
			"\n"
			"Headings on two rows, where cells were merged: a blank one takes the heading to "
			"its left, and the words of the second row are added. Ngày vào Đảng over Dự bị "
			"and Chính thức are the admission and the official date; Năm sinh over Nam and Nữ "
			"give birth and gender; below Giới tính over Nam and Nữ stands a mark, x or 1. A "
			"column without a heading in which something stands is an error of the whole "
			"file, so that nothing is lost unseen; not one that only counts 1, 2, 3 …, nor "
			"the blank headings beside a column that is not used (such as Quê quán).\n"
			"\n"
			"For a heading that is not in the lists use --map; COLUMN is the "
			"program's name of the column, and of several for one column the last "
			"counts. A heading of two rows is named whole, as in 'admitted_on=Quyết định "
			"Ngày'. For a list that has personal identity numbers only use --map 'member=Số "
			"định danh cá nhân', and keep to one sort of code:\n"
			"\n"
			"	memberstat import --map 'member=Mã hồ sơ' --map unit=CB ds.csv"),
		.entry = NULL},
	{L("Giá trị", "Values"),
		L("Mỗi kiểu ô được viết như sau.", "Each type of cell is written as follows."),
		.entry = value_item},
	{L("Các cột của đơn vị (units)", "Columns of units"),
		L("Mỗi dòng một đơn vị, thứ tự tùy ý; đơn vị đã đổi tên, loại hình hoặc cấp trên thì "
		  "mỗi lần đổi thêm một dòng, có ngày ở cột since. Mỗi ngày đúng một đơn vị đang hoạt "
		  "động không có cấp trên: đơn vị gốc. Cấp trên ghi bằng mã, hoặc tên đúng của một đơn "
		  "vị. Cấp trên không có, hai đơn vị gốc trong một ngày, trực thuộc vòng tròn vào một "
		  "ngày nào đó, ngày giải thể trước ngày thành lập bị từ chối; mọi dòng của một đơn vị "
		  "cùng được nhận hoặc cùng bị từ chối, và kéo theo các đơn vị bên dưới hoặc sáp nhập "
		  "vào nó. Đơn vị hoạt động từ ngày thành lập đến hết ngày trước ngày giải thể.\n"
		  "\n"
		  "	unit,name,kind,parent\n"
		  "	872,Đảng bộ huyện Tháp Mười,district,\n"
		  "	30040,Đảng bộ xã Thạnh Lợi,commune,872",
			"One row for each unit, in any order; one that changed its name, kind or parent has "
			"a row more for each change, with the day in since. On each day exactly one open unit "
			"has no parent: the root. A parent is named by its code, or by the exact name of one "
			"unit. A parent that is not there, two roots on a day, a circle on any day, and a unit "
			"closed before it was opened are rejected; all rows of a unit stand or fall together, "
			"and with them the units below it and those merged into it. A unit is open from "
			"opened_on to the day before closed_on.\n"
			"\n"
			"	unit,name,kind,parent\n"
			"	872,Đảng bộ huyện Tháp Mười,district,\n"
			"	30040,Đảng bộ xã Thạnh Lợi,commune,872"),
		.entry = topic_unit_columns},
	{L("Sáp nhập, chia tách, đổi tên", "Mergers, divisions, new names"),
		L("Số liệu của một ngày tính theo cây đơn vị của ngày đó. Khi sắp xếp lại tổ chức, chỉ cần "
		  "ghi đơn vị: không phải chuyển từng đảng viên. Năm việc thường gặp, mỗi việc hai dòng; "
		  "các cột là unit,name,kind,parent,opened_on,closed_on,since,merged_into, ô trống giữ "
		  "nguyên giá trị đã lưu. Nhập bằng memberstat import units TỆP.\n"
		  "\n"
		  "Hai xã nhập làm một, lấy mã cũ của một xã và tên mới:\n"
		  "\n"
		  "	30055,Đảng bộ xã Mỹ Quí,superior,82,,,2025-07-01,\n"
		  "	30058,,,,,2025-07-01,,30055\n"
		  "\n"
		  "Hai chi bộ nhập làm một; đảng viên của chi bộ trước theo sang chi bộ sau:\n"
		  "\n"
		  "	30055-02,,,,,2025-07-01,,30055-01\n"
		  "	30055-01,Chi bộ Ấp 1 và 2,cell,30055,,,2025-07-01,\n"
		  "\n"
		  "Đơn vị cũ mang mã mới:\n"
		  "\n"
		  "	30082,Đảng bộ xã Phong Mỹ,superior,82,2025-07-01,,,\n"
		  "	30079,,,,,2025-07-01,,30082\n"
		  "\n"
		  "Bỏ cấp huyện; những gì còn ở huyện thuộc tỉnh:\n"
		  "\n"
		  "	82,Đảng bộ tỉnh Đồng Tháp,province,,2025-07-01,,,\n"
		  "	872,,,,,2025-07-01,,82\n"
		  "\n"
		  "Chuyển giao nguyên một chi bộ, hoặc chia tách (mỗi chi bộ được chia một dòng):\n"
		  "\n"
		  "	30040-05,Chi bộ Ấp 5,cell,30043,,,2025-07-01,\n"
		  "	30040-06,Chi bộ Ấp 6,cell,30043,,,2025-07-01,\n"
		  "\n"
		  "Trong movement, đảng viên mà việc sắp xếp đưa đến hoặc đưa đi ở hai cột reorganised_in, "
		  "reorganised_out. --tree DATE tính mọi ngày theo cây của ngày DATE: xã hôm nay, tính lùi "
		  "về trước, có bao nhiêu đảng viên.\n"
		  "\n"
		  "Dòng sửa loại hình hoặc cấp trên của những ngày đã qua, khi đơn vị đã có đảng viên, bị từ "
		  "chối (mã history) vì làm đổi số liệu đã công bố; thông báo cho biết dòng cần ghi. Để sửa "
		  "chỗ đã ghi sai, dùng --rewrite-history.",
			"Figures of a day are counted on the tree of that day. When organisations are rearranged "
			"only the units are written: no member is moved. Five things that happen, two rows "
			"each; the columns are unit,name,kind,parent,opened_on,closed_on,since,merged_into, an "
			"empty cell keeps what is stored. Import them with memberstat import units FILE.\n"
			"\n"
			"Two communes become one, with the code of one of them and a new name:\n"
			"\n"
			"	30055,Đảng bộ xã Mỹ Quí,superior,82,,,2025-07-01,\n"
			"	30058,,,,,2025-07-01,,30055\n"
			"\n"
			"Two cells become one; the members of the first go along into the second:\n"
			"\n"
			"	30055-02,,,,,2025-07-01,,30055-01\n"
			"	30055-01,Chi bộ Ấp 1 và 2,cell,30055,,,2025-07-01,\n"
			"\n"
			"An old unit gets a new code:\n"
			"\n"
			"	30082,Đảng bộ xã Phong Mỹ,superior,82,2025-07-01,,,\n"
			"	30079,,,,,2025-07-01,,30082\n"
			"\n"
			"A district is dissolved; what is left in it belongs to the province:\n"
			"\n"
			"	82,Đảng bộ tỉnh Đồng Tháp,province,,2025-07-01,,,\n"
			"	872,,,,,2025-07-01,,82\n"
			"\n"
			"A cell is handed over as a whole, or a unit is divided (a row for each of its cells):\n"
			"\n"
			"	30040-05,Chi bộ Ấp 5,cell,30043,,,2025-07-01,\n"
			"	30040-06,Chi bộ Ấp 6,cell,30043,,,2025-07-01,\n"
			"\n"
			"In movement the members whom that brought in or took out are in the columns "
			"reorganised_in and reorganised_out. --tree DATE counts every day on the tree of DATE: "
			"what the commune of today would have had before.\n"
			"\n"
			"A row that changes the kind or the parent of days that are past, on which the unit had "
			"members, is rejected (code history), for it would change published figures; the message "
			"shows the row to write. To mend a mistake use --rewrite-history."),
		.entry = NULL},
	{L("Các cột của dân số (population)", "Columns of population"),
		L("Mỗi dòng là dân số của một đơn vị vào một ngày.\n"
		  "\n"
		  "	unit,as_of,population,source\n"
		  "	872,2019-04-01,131791,Tổng điều tra dân số 2019",
			"Each row is the population of a unit on a day.\n"
			"\n"
			"	unit,as_of,population,source\n"
			"	872,2019-04-01,131791,Census of 2019"),
		.entry = topic_population_columns},
	{L("Các cột của kế hoạch (plans)", "Columns of plans"),
		L("Mỗi dòng là chỉ tiêu của một đơn vị trong một kỳ; ngày cuối không trước ngày "
		  "đầu. Kỳ dài nhất của một kế hoạch, tính mọi đơn vị, là thời hạn của nó (dài "
		  "bằng nhau thì kỳ sớm nhất); các kỳ ngắn hơn (từng năm) là phần của nó. Ô unit "
		  "trống nghĩa là đơn vị gốc. Cơ sở dữ liệu mới đã có Kế hoạch 41 (KH41, "
		  "2021–2025, kết nạp 570, tỷ lệ 3,85 %) cho đơn vị gốc; tệp nào nêu KH41 với kỳ "
		  "đó thì cập nhật nó.\n"
		  "\n"
		  "	plan,unit,from,to,target,ratio_percent\n"
		  "	KH41,872,2021-01-01,2025-12-31,570,3.85\n"
		  "	KH41,872,2022-01-01,2022-12-31,110,",
			"Each row is what a unit is to reach in a period; to is not before from. "
			"The widest period of a plan, over all units, is its term (the earliest "
			"of those as wide); narrower ones (years) are its parts. An empty unit "
			"is the root. A new database has Plan 41 (KH41, 2021–2025, admit 570, "
			"ratio 3.85 %) for the root; a file that names KH41 for that period "
			"updates it.\n"
			"\n"
			"	plan,unit,from,to,target,ratio_percent\n"
			"	KH41,872,2021-01-01,2025-12-31,570,3.85\n"
			"	KH41,872,2022-01-01,2022-12-31,110,"),
		.entry = topic_plan_columns},
	{L("Các cột của đảng viên (members)", "Columns of members"),
		L("Mỗi dòng là một lần sinh hoạt của một đảng viên ở một đơn vị, từ ngày đến "
		  "(joined_on) đến hết ngày trước ngày ra (left_on). Ai chuyển chi bộ thì có "
		  "nhiều dòng:\n"
		  "\n"
		  "	member,unit,admitted_on,joined_on,joined_by,left_on,left_by\n"
		  "	007,30040-01,2015-05-19,,,2021-03-01,moved\n"
		  "	007,30043-02,2015-05-19,2021-03-01,moved,,\n"
		  "\n"
		  "Thiếu joined_on thì lấy ngày vào Đảng; thiếu joined_by thì là admitted khi "
		  "hai ngày đó trùng nhau, ngược lại là transferred. Ngày vào Đảng và ngày chính "
		  "thức thuộc về từng lần sinh hoạt (người kết nạp lại có hai bộ). Lần sinh hoạt "
		  "không ghi ngày chính thức thì lấy ngày đó của lần trước có cùng ngày vào Đảng, "
		  "nên chuyển chi bộ không làm ai thành dự bị. Mỗi thông tin khác về người đó lấy "
		  "từ dòng có ngày đến muộn nhất mà ô đó có giá trị.\n"
		  "\n"
		  "Bị từ chối: thiếu giá trị bắt buộc; đơn vị không có; ngày không có trong lịch "
		  "hoặc sau hôm nay; ra trước khi đến; chính thức trước khi vào Đảng; vào Đảng "
		  "sau khi đến; chắc chắn sinh sau khi vào Đảng; có left_on mà thiếu left_by "
		  "hoặc ngược lại; hai lần sinh hoạt chồng lên nhau, kể cả với số liệu đã lưu "
		  "(dòng có ngày đến muộn hơn là sai); hai dòng cùng khóa mà khác giá trị (dòng "
		  "sau là sai).",
			"Each row is a stay of a member in a unit, from joined_on to the day "
			"before left_on. Whoever moved between cells has several:\n"
			"\n"
			"	member,unit,admitted_on,joined_on,joined_by,left_on,left_by\n"
			"	007,30040-01,2015-05-19,,,2021-03-01,moved\n"
			"	007,30043-02,2015-05-19,2021-03-01,moved,,\n"
			"\n"
			"Without joined_on it is admitted_on; without joined_by it is admitted "
			"when the two are the same, else transferred. admitted_on and "
			"official_on belong to the stay (somebody re-admitted has two of each). A "
			"stay without official_on has that of the member's earlier stay with the "
			"same admitted_on, so that a move makes nobody probationary again. Each "
			"other fact about the person comes from the row with the latest joined_on "
			"in which it is filled.\n"
			"\n"
			"Rejected are: a missing required value; an unknown unit; a date that is "
			"not in the calendar, or after today; left before joined; official "
			"before admitted; admitted after joined; certainly born after admitted; "
			"left_on without left_by or the reverse; stays that overlap, those "
			"already stored included (the one with the later joined_on is at fault); "
			"two rows of one key with other values (the second is at fault)."),
		.entry = topic_member_columns},
	{L("Danh mục", "Category words"),
		L("Cột và mã trong CSV, JSON; sau đó là các cách viết khác cũng được chấp nhận.",
			"The column and the code in CSV and JSON, then other spellings that are "
			"accepted."),
		.entry = topic_words},
	{L("Kết quả của một lần nhập", "What an import leaves behind"),
		L("Mỗi bản ghi được đếm đúng một lần: đọc = thêm + cập nhật + không đổi + từ "
		  "chối + bỏ qua, trên đầu ra lỗi chuẩn. --format json in thêm một đối tượng, "
		  "trên một dòng, cho mỗi tệp ra đầu ra chuẩn (ở đây được ngắt dòng); khi không "
		  "lưu gì (\"stored\":false) các số cho biết mỗi dòng lẽ ra sẽ thế nào:\n"
		  "\n"
		  "	{\"file\":\"ds.csv\",\"kind\":\"members\",\"read\":2,\"added\":1,\n"
		  "	\"updated\":0,\"unchanged\":0,\"rejected\":1,\"skipped\":0,\n"
		  "	\"stored\":false,\"errors\":[{\"line\":7,\"column\":\"admitted_on\",\n"
		  "	\"code\":\"date\",\"message\":\"…\"}]}\n"
		  "\n"
		  "Nhập lại cùng một tệp: mọi dòng không đổi, và có thông báo tệp đã được nhập "
		  "ngày nào. Lần nhập đã lưu, hoặc thấy mọi dòng không đổi, được ghi vào nhật ký "
		  "(memberstat log); undo lùi lại lần cuối có thay đổi. Tệp chỉ có dòng tiêu đề: "
		  "mã kết thúc 0, mọi số đếm là 0. Tệp trống: mã 3. Thư mục, tệp không có hoặc "
		  "không đọc được: mã 1.",
			"Every record is counted once: read = added + updated + unchanged + "
			"rejected + skipped, on standard error. --format json prints an object "
			"for each file on standard output besides, each on one line (here it is "
			"broken); when nothing is stored (\"stored\":false) the counts say what "
			"each row would have been:\n"
			"\n"
			"	{\"file\":\"ds.csv\",\"kind\":\"members\",\"read\":2,\"added\":1,\n"
			"	\"updated\":0,\"unchanged\":0,\"rejected\":1,\"skipped\":0,\n"
			"	\"stored\":false,\"errors\":[{\"line\":7,\"column\":\"admitted_"
			"on\",\n"
			"	\"code\":\"date\",\"message\":\"…\"}]}\n"
			"\n"
			"The same file again: every row is unchanged, and it is told when the "
			"file came before. An import that stored something, or found everything "
			"unchanged, is entered in the log (memberstat log); undo takes the last "
			"one back that changed something. A header without rows: status 0, all "
			"counts 0. An empty file: status 3. A folder, a missing or an unreadable "
			"file: status 1."),
		.entry = NULL},
	{.heading = {NULL, NULL}},
};
