/* The manual of the reports: contract sections 4 and 5 in plain words, with what they leave to the
 * program. Figures in the examples are those of data/thap-muoi. */
#include "topics.h"

const struct topic topics_report[] = {
	{L("Ngày và phạm vi", "Dates and scope"),
		L("--as-of là ngày của số liệu, mặc định là hôm nay. movement, trend và structure --of "
		  "admitted tính cho một kỳ, từ --from đến --to, kể cả hai ngày đó; mặc định từ 01/01 "
		  "cùng năm với --as-of đến ngày --as-of. Chỉ nêu --to thì đó cũng là ngày của số liệu. "
		  "Ngày viết 2022-04-30 hoặc 30/4/2022.\n"
		  "\n"
		  "--unit là phạm vi, mặc định là đơn vị gốc. Báo cáo theo đơn vị ghi dòng của chính "
		  "phạm vi trước (level 0), rồi các đơn vị trực thuộc theo cây, cùng cấp thì theo mã; "
		  "--depth 2 thêm một cấp, --depth all đủ mọi cấp. Mỗi dòng tính đơn vị đó và mọi đơn "
		  "vị bên dưới. Ngoài phạm vi, một đơn vị có dòng khi hoạt động vào ngày số liệu "
		  "(ratio), vào một ngày nào đó của kỳ kế hoạch (progress), hoặc vào một ngày nào đó từ "
		  "trước ngày --from một ngày đến --to (movement). Mọi chi bộ của một xã, cuối năm "
		  "2021:\n"
		  "\n"
		  "	memberstat report ratio --unit 30040 --depth all \\\n"
		  "	--as-of 2021-12-31",
			"--as-of is the date of the figures, today unless given. movement, trend and "
			"structure --of admitted are about a period, from --from to --to, both inclusive; it "
			"begins on 1 January of the --as-of year and ends on the --as-of date unless given. "
			"--to alone is the date of the figures too. Dates are written 2022-04-30 or "
			"30/4/2022.\n"
			"\n"
			"--unit is the scope, the root unless given. Reports on units show the row of the "
			"scope first (level 0), then the units below it in the order of the tree, those of "
			"one parent by code; --depth 2 goes one level deeper, --depth all to the bottom. "
			"Every row counts the unit and all units below it. Besides the scope a unit has a "
			"row when it is open on the date (ratio), on any day of the plan's period "
			"(progress), on any day from the eve of --from to --to (movement). All cells of one "
			"commune, at the end of 2021:\n"
			"\n"
			"	memberstat report ratio --unit 30040 --depth all \\\n"
			"	--as-of 2021-12-31"),
		.entry = NULL},
	{L("Đảng viên, dân số, tỷ lệ phần trăm", "Members, population, percents"),
		L("Đảng viên vào một ngày: có một lần sinh hoạt với ngày đến không sau ngày đó, và chưa "
		  "ra. Ngày đến được tính, ngày ra thì không: đến 01/03/2021 và ra 30/04/2022 thì còn "
		  "được đếm ngày 29/04/2022, sang ngày 30/04/2022 thì không. Dự bị: chưa có ngày chính "
		  "thức, hoặc ngày đó ở sau.\n"
		  "\n"
		  "Dân số của một đơn vị vào một ngày: số mới nhất của chính đơn vị đó; không có thì tổng "
		  "của các đảng bộ huyện, xã đang hoạt động ngay bên dưới, khi đơn vị nào cũng có số "
		  "(population_as_of là ngày cũ nhất trong đó); ngược lại thì không có. Không có dân số, "
		  "hoặc dân số 0, thì không có tỷ lệ, không bao giờ là 0 %.\n"
		  "\n"
		  "Phần trăm tính bằng số nguyên, làm tròn một lần đến 2 chữ số lẻ, nửa thì tròn ra xa "
		  "số 0: 4.541 / 131.791 = 3,4456… thành 3,45 %. Không có gì để chia thì ô trống (null "
		  "trong JSON). Ngày không tồn tại do cộng tháng, cộng năm là ngày cuối tháng: "
		  "29/02/2020 cộng 12 tháng là 28/02/2021.",
			"A member on a date: a stay joined on or before it and not left by it. The day of "
			"joining counts, the day of leaving does not: joined on 2021-03-01 and left on "
			"2022-04-30 is counted on 2022-04-29 and no longer on 2022-04-30. Probationary: "
			"without official_on, or with a later one.\n"
			"\n"
			"The population of a unit on a date: its own newest figure; without one the sum over "
			"the open district and commune committees right below it, when every one has a "
			"figure (population_as_of is the oldest date used); else none. Without a population, "
			"or with population 0, there is no ratio: never 0 %.\n"
			"\n"
			"Percents are computed in integers and rounded once, to 2 decimals, half away from "
			"zero: 4,541 / 131,791 = 3.4456… gives 3.45 %. Nothing to divide by gives an empty "
			"cell (null in JSON). A day that months or years lead to and that does not exist is "
			"the last of its month: 29 February 2020 and 12 months give 28 February 2021."),
		.entry = NULL},
	{L("Kế hoạch nào", "Which plan"),
		L("--plan nêu mã kế hoạch; không nêu thì lấy kế hoạch có thời hạn chứa ngày số liệu. Kế "
		  "hoạch do một tệp kế hoạch nêu được chọn trước Kế hoạch 41 có sẵn; còn nhiều kế hoạch "
		  "thì kết thúc với mã 2 và liệt kê. Không có kế hoạch nào: summary và ratio để trống "
		  "các ô kế hoạch; progress và forecast kết thúc với mã 1.\n"
		  "\n"
		  "Chỉ tiêu kết nạp là của chính đơn vị đó, đúng kỳ đó; không cộng từ dưới lên, không lấy "
		  "của cấp trên. Chỉ tiêu tỷ lệ là của đơn vị đó trong thời hạn kế hoạch, không có thì "
		  "của đơn vị gốc. Kế hoạch của nhiệm kỳ trước, tính đến hết kỳ:\n"
		  "\n"
		  "	memberstat report progress --plan KH12 --as-of 2020-12-31",
			"--plan names one; else it is the one whose term contains the date of the figures. A "
			"plan that a plans file names goes before the built-in Plan 41; several still left "
			"end with status 2 and their list. With none, summary and ratio leave the cells of "
			"the plan empty; progress and forecast end with status 1.\n"
			"\n"
			"The target of admissions is the unit's own, for exactly that period; it is never "
			"summed or inherited. The target ratio is the unit's own for the term of the plan, "
			"else that of the root. The plan of the term before, to its end:\n"
			"\n"
			"	memberstat report progress --plan KH12 --as-of 2020-12-31"),
		.entry = NULL},
	{L("Báo cáo summary", "The report summary"),
		L("Một dòng cho phạm vi. grassroots = communes + committees + base_cells, các tổ chức cơ "
		  "sở đảng đang hoạt động; cells là chi bộ trực thuộc; phạm vi cũng tính chính nó. "
		  "official và probationary là đảng viên chính thức và dự bị. admitted là số kết nạp và "
		  "kết nạp lại từ đầu kế hoạch đến ngày số liệu (không quá ngày cuối kế hoạch); "
		  "remaining = target − admitted, không dưới 0. members_at_target là dân số nhân chỉ tiêu "
		  "tỷ lệ, làm tròn lên; net_needed là số đó trừ số đảng viên, không dưới 0: 131.791 × "
		  "3,85 % = 5.073,95, cần 5.074 người, thiếu 5.074 − 4.541 = 533.",
			"One row for the scope. grassroots = communes + committees + base_cells, the "
			"grassroots organisations that are open; cells are those below them; the scope "
			"counts itself. official and probationary are the members by status. admitted are "
			"the admissions and re-admissions from the plan's first day to the date (not beyond "
			"its last day); remaining = target − admitted, not under 0. members_at_target is "
			"population × target ratio, rounded up to whole people, net_needed that less "
			"members, not under 0: 131,791 × 3.85 % = 5,073.95, so 5,074 are needed, 5,074 − "
			"4,541 = 533 more."),
		.entry = NULL},
	{L("Báo cáo ratio", "The report ratio"),
		L("members / population của từng đơn vị. gap_points = tỷ lệ − chỉ tiêu, tính từ thương "
		  "đúng rồi làm tròn một lần: 3,4456… − 3,85 = −0,40. members_needed là số đảng viên còn "
		  "thiếu để đạt chỉ tiêu, làm tròn lên, không dưới 0. Chi bộ không có dân số riêng nên "
		  "để trống.",
			"members / population of each unit. gap_points = ratio − target, from the exact "
			"quotient and rounded once: 3.4456… − 3.85 = −0.40. members_needed are those still "
			"missing, rounded up, not under 0. Cells have no population of their own, so theirs "
			"stays empty."),
		.entry = NULL},
	{L("Báo cáo progress", "The report progress"),
		L("Phạm vi, và trong --depth các đơn vị có chỉ tiêu (--all: mọi đơn vị). Kỳ là thời hạn "
		  "của kế hoạch; với --year 2022 là cả năm 2022, chỉ tiêu là của đúng kỳ đó (kế hoạch "
		  "vẫn được chọn theo ngày số liệu). Ví dụ với 570 người trong 2021–2025, ngày "
		  "30/04/2022, đã kết nạp 126:\n"
		  "\n"
		  "	elapsed_percent   485 / 1826 ngày              26,56 %\n"
		  "	expected          570 × 485 / 1826             151\n"
		  "	pace_per_month    126 / (485 / 30,436875)      7,91\n"
		  "	needed_per_month  444 / (1341 / 30,436875)     10,08\n"
		  "	projected         126 × 1826 / 485             474\n"
		  "\n"
		  "Hai ngày đầu, cuối đều tính; một tháng là 365,2425 / 12 ngày. status là điều đúng đầu "
		  "tiên: not_started (trước ngày đầu), done (đủ chỉ tiêu), missed (sau ngày cuối), "
		  "on_track (admitted ≥ expected), behind. Không có chỉ tiêu thì target, "
		  "progress_percent, remaining, expected, needed_per_month, status để trống; trước ngày "
		  "đầu thì pace_per_month, projected cũng trống; không còn ngày nào thì "
		  "needed_per_month trống. Người xem bảng thấy phần trăm với một chữ số lẻ.",
			"The scope and, within --depth, the units that have a target (--all: all of them). "
			"The period is the term of the plan, or with --year 2022 that year, with the target "
			"of exactly this period (the plan is chosen by the date still). For 570 in "
			"2021–2025, on 2022-04-30, with 126 admitted:\n"
			"\n"
			"	elapsed_percent   485 / 1826 days              26.56 %\n"
			"	expected          570 × 485 / 1826             151\n"
			"	pace_per_month    126 / (485 / 30.436875)      7.91\n"
			"	needed_per_month  444 / (1341 / 30.436875)     10.08\n"
			"	projected         126 × 1826 / 485             474\n"
			"\n"
			"Both ends count; a month is 365.2425 / 12 days. status is the first that fits: "
			"not_started (before the first day), done (target reached), missed (after the last "
			"day), on_track (admitted ≥ expected), behind. Without a target, target, "
			"progress_percent, remaining, expected, needed_per_month and status are empty; "
			"before the first day pace_per_month and projected are; with no day left "
			"needed_per_month is. In a table percents have one decimal."),
		.entry = NULL},
	{L("Báo cáo movement", "The report movement"),
		L("opening là số đảng viên vào ngày trước --from, closing vào ngày --to; opening + "
		  "increase − decrease = closing ở mọi dòng, nếu không chương trình kết thúc với mã 1 và "
		  "nêu đơn vị. Tháng 4/2022 của cả huyện: 4.518 + 30 − 7 = 4.541.\n"
		  "\n"
		  "admitted ở đây là kết nạp lần đầu, readmitted là kết nạp lại. Chuyển trong phạm vi của "
		  "dòng không phải là tăng, giảm của dòng đó: moved_in và moved_out chỉ tính chuyển qua "
		  "ranh giới, nên ở đơn vị gốc bằng 0. Lần ra bằng moved và lần đến bằng moved cùng ngày "
		  "của một người là một lần chuyển; thiếu một nửa thì tính ở mọi ranh giới (check nêu "
		  "tên). Ai ra ngay ngày đến được tính ở cả hai bên.\n"
		  "\n"
		  "	memberstat report movement --from 2022-04-01 --to 2022-04-30",
			"opening are the members on the day before --from, closing those on --to; opening + "
			"increase − decrease = closing in every row, or the program ends with status 1 and "
			"names the unit. The district in April 2022: 4,518 + 30 − 7 = 4,541.\n"
			"\n"
			"admitted are first admissions here, readmitted the others. A move inside the row's "
			"own unit-and-below is no movement of that row: moved_in and moved_out count moves "
			"across its border, so they are 0 for the root. A stay that ends by moved and the "
			"same person's that begins by moved that day are one move; a half without its other "
			"half counts at every border (check names it). Who leaves on the day of joining "
			"counts on both sides.\n"
			"\n"
			"	memberstat report movement --from 2022-04-01 --to 2022-04-30"),
		.entry = NULL},
	{L("Báo cáo structure", "The report structure"),
		L("Đảng viên vào ngày số liệu, hoặc với --of admitted các lần kết nạp và kết nạp lại từ "
		  "--from đến --to, theo --by; chỉ các nhóm có người, tỷ trọng tính trên tất cả. Khi có "
		  "đảng viên, tổng các nhóm bằng members của summary: 2.862 nam + 1.679 nữ = 4.541.\n"
		  "\n"
		  "age: tuổi tròn, nhóm dưới 18, 18–30, 31–35, … 56–60, trên 60; chỉ biết tháng sinh thì "
		  "tính ngày đầu tháng, chỉ biết năm thì tính hiệu hai năm. party_age: số năm tròn từ "
		  "ngày vào Đảng, dưới 10, 10–19, … Với --of admitted, tuổi, tuổi đảng và status tính vào "
		  "ngày đến. kind là loại của chính chi bộ người đó sinh hoạt. none là không theo tôn "
		  "giáo; unknown là ô trống (hoặc ghi unknown), luôn đứng cuối. Nhóm của danh mục theo "
		  "thứ tự cố định, nhóm khác theo số người. Người mới kết nạp theo tuổi:\n"
		  "\n"
		  "	memberstat report structure --by age --of admitted \\\n"
		  "	--from 2021-01-01 --to 2022-04-30",
			"The members on the date, or with --of admitted the admissions and re-admissions "
			"from --from to --to, by the field of --by; only groups that have somebody, percents "
			"of all. The groups of the members sum to members of summary: 2,862 men + 1,679 "
			"women = 4,541.\n"
			"\n"
			"age: completed years, in bands under 18, 18–30, 31–35, … 56–60, over 60; a birth "
			"known to the month counts as its first day, known to the year as the difference of "
			"years. party_age: completed years since admitted_on, under 10, 10–19, … With --of "
			"admitted, age, party age and status are those of joined_on. kind is that of the "
			"member's own cell. none is no religion; unknown is an empty cell (or the word "
			"unknown) and stands last. Groups of a closed list keep its order, others are "
			"ordered by members. Those admitted, by age:\n"
			"\n"
			"	memberstat report structure --by age --of admitted \\\n"
			"	--from 2021-01-01 --to 2022-04-30"),
		.entry = NULL},
	{L("Báo cáo trend", "The report trend"),
		L("Tháng, quý hoặc năm dương lịch (--every, mặc định month), cắt theo --from và --to, mang "
		  "tên 2022-04, 2022-Q2, 2022. Các số như movement của phạm vi; admitted gồm cả kết nạp "
		  "lại; dân số và tỷ lệ là của ngày cuối kỳ.\n"
		  "\n"
		  "	memberstat report trend --every quarter --from 2021-01-01",
			"Calendar months, quarters or years (--every, month unless given), cut to --from and "
			"--to and called 2022-04, 2022-Q2, 2022. The figures are those of movement for the "
			"scope; admitted has the re-admissions too; population and ratio are those of the "
			"period's last day.\n"
			"\n"
			"	memberstat report trend --every quarter --from 2021-01-01"),
		.entry = NULL},
	{L("Báo cáo probation", "The report probation"),
		L("Đảng viên dự bị vào ngày số liệu. due_on = ngày vào Đảng cộng 12 tháng; ngay ngày đó "
		  "vẫn là waiting, từ hôm sau là overdue và days_overdue đếm số ngày: vào Đảng "
		  "25/02/2021, hết hạn 25/02/2022, đến 30/04/2022 quá hạn 64 ngày. --within 30 chỉ lấy "
		  "người đến hạn trong 30 ngày tới và người đã quá hạn. Xếp theo due_on; --sort name xếp "
		  "theo tên, đúng thứ tự tiếng Việt.\n"
		  "\n"
		  "	memberstat report probation --within 30 --sort name",
			"Members who are probationary on the date. due_on = admitted_on + 12 months; that "
			"day itself is waiting still, from the next on it is overdue and days_overdue "
			"counts: admitted on 2021-02-25, due on 2022-02-25, 64 days overdue on 2022-04-30. "
			"--within 30 keeps those due within 30 days and those overdue. Ordered by due_on; "
			"--sort name by given name in Vietnamese order.\n"
			"\n"
			"	memberstat report probation --within 30 --sort name"),
		.entry = NULL},
	{L("Báo cáo idle", "The report idle"),
		L("Chi bộ và chi bộ cơ sở đang hoạt động, không có đơn vị nào bên dưới, có đảng viên, mà "
		  "từ --months tháng tròn (mặc định 12) chưa kết nạp ai, hoặc chưa từng kết nạp "
		  "(months_idle để trống). Kết nạp lại cũng tính. Lần cuối 18/04/2021, đến 30/04/2022 là "
		  "12 tháng.\n"
		  "\n"
		  "	memberstat report idle --months 24",
			"Cells and grassroots cells that are open, have no unit below them, have members, "
			"and have admitted nobody for --months whole months (12 unless given), or never "
			"(months_idle is empty). Re-admissions count. The last on 2021-04-18 makes 12 months "
			"on 2022-04-30.\n"
			"\n"
			"	memberstat report idle --months 24"),
		.entry = NULL},
	{L("Báo cáo forecast", "The report forecast"),
		L("Tình hình vào ngày cuối kế hoạch, với dân số mới nhất vào ngày số liệu. "
		  "plan_completed: kết nạp đủ phần còn lại, không ai giảm: 4.541 + 444 = 4.985 người, "
		  "3,78 %. plan_with_losses: như thế, và giảm theo tốc độ từ đầu kế hoạch. current_pace: "
		  "kết nạp và giảm đều theo tốc độ đó. Tốc độ = số đã có / số ngày đã qua × số ngày còn "
		  "lại. Số giảm đã trừ chuyển đến, chuyển nội bộ đến và phục hồi, nên có thể âm khi người "
		  "đến nhiều hơn người đi. Trước ngày đầu kế hoạch chưa có tốc độ, hai phương án sau để "
		  "trống. Dưới bảng có lời giải thích (dạng table, markdown, html, xlsx).",
			"The scope on the last day of the plan, with the newest population of the date. "
			"plan_completed: the rest of the target admitted and nobody lost, 4,541 + 444 = "
			"4,985 members, 3.78 %. plan_with_losses: the same with losses at the rate of the "
			"plan's period so far. current_pace: admissions and losses both at that rate. A rate "
			"is the count so far / days elapsed × days left. Losses are decreases less transfers "
			"in, moves in and restorations, so they are negative where more people came than "
			"went. Before the plan's first day there is no rate, and the last two are empty. "
			"Words below the rows tell what they mean (table, markdown, html, xlsx)."),
		.entry = NULL},
	{L("So với cùng kỳ", "The same period last year"),
		L("--compare last-year dùng với movement, structure và trend: mỗi cột số lượng KEY "
		  "có thêm hai cột ở cuối dòng, KEY_last_year (cùng kỳ năm trước) và KEY_percent "
		  "(kỳ này so với cùng kỳ, để trống khi cùng kỳ không có ai). Kỳ trước là cả hai "
		  "ngày lùi lại 12 tháng; kỳ kết thúc vào ngày cuối tháng thì cùng kỳ cũng kết "
		  "thúc vào ngày cuối tháng. Đơn vị mới lập từ sau cùng kỳ để trống; nhóm chỉ cùng "
		  "kỳ mới có vẫn được liệt kê.",
			"--compare last-year goes with movement, structure and trend: each count "
			"column KEY gets two more at the end of the row, KEY_last_year and "
			"KEY_percent, the figure now as a percent of that one (empty when it is "
			"0). Both ends of the period go back 12 months; a period that ends with "
			"its month is compared with one that ends with its month. For a unit that "
			"was not there yet the cells are empty; a group that only last year has is "
			"listed too."),
		.entry = NULL},
	{L("Mọi báo cáo trong một tài liệu", "All reports in one document"),
		L("report all gộp summary, ratio, progress, movement, structure theo từng tiêu "
		  "chí, trend (từ đầu kế hoạch, theo tháng), probation, idle và forecast vào một "
		  "trang html, một tệp xlsx nhiều trang tính, hoặc một văn bản markdown hay table. "
		  "Không có kế hoạch nào vào ngày đó thì progress và forecast được bỏ qua và có "
		  "thông báo.",
			"report all puts summary, ratio, progress, movement, structure by every "
			"field, trend (from the beginning of the plan, by month), probation, idle "
			"and forecast on one html page, into one xlsx workbook with a sheet for "
			"each, or into one markdown or table text. With no plan in force, progress "
			"and forecast are left out, and that is said."),
		.entry = NULL},
	{L("Dạng kết quả", "Forms of the output"),
		L("--format chọn dạng; không có thì theo đuôi tên tệp của -o (.csv, .tsv, .json, .md, "
		  ".html, .xlsx), rồi table trên màn hình, csv ở nơi khác. table vừa chiều rộng màn hình "
		  "(hoặc $COLUMNS), không tô màu khi có $NO_COLOR. csv: UTF-8 không BOM, LF, dấu phẩy, dấu "
		  "chấm thập phân, luôn có dòng tiêu đề; --excel đổi thành BOM, CRLF, dấu chấm phẩy, dấu "
		  "phẩy thập phân và tiêu đề theo ngôn ngữ. Chữ bắt đầu bằng = + - @ (sau các dấu ', nếu "
		  "có) được thêm một dấu ' trong csv và tsv để bảng tính không coi là công thức; số thì "
		  "không bao giờ; --no-guard tắt việc đó, import bỏ dấu ' ấy ra. xlsx: mã là chữ, số là "
		  "số, ngày là ngày. json:\n"
		  "\n"
		  "	{\"schema_version\":1,\"report\":\"ratio\",\"as_of\":\"2022-04-30\",\n"
		  "	\"parameters\":{\"unit\":\"872\",\"depth\":1,\"plan\":\"KH41\"},\n"
		  "	\"rows\":[{\"level\":0,\"unit\":\"872\",…}]}",
			"--format chooses; else the ending of -o does (.csv, .tsv, .json, .md, .html, "
			".xlsx); else it is table on a terminal and csv elsewhere. table fits the width of "
			"the terminal (or $COLUMNS) and has no colours when $NO_COLOR is set. csv: UTF-8 "
			"without a byte order mark, LF, comma, decimal point, always a header; --excel makes "
			"it byte order mark, CRLF, semicolon, decimal comma and headings in the language. "
			"Text that begins with = + - @ (behind any number of ') gets one more ' in csv and "
			"tsv, so that no spreadsheet takes it for a formula; numbers never do; --no-guard "
			"turns it off, and import takes it off again. xlsx: codes are text, numbers numbers, "
			"dates dates. json:\n"
			"\n"
			"	{\"schema_version\":1,\"report\":\"ratio\",\"as_of\":\"2022-04-30\",\n"
			"	\"parameters\":{\"unit\":\"872\",\"depth\":1,\"plan\":\"KH41\"},\n"
			"	\"rows\":[{\"level\":0,\"unit\":\"872\",…}]}"),
		.entry = NULL},
	{L("Các cột của báo cáo", "Columns of the reports"),
		L("Tên cột trong csv, tsv và json. Cột mới chỉ được thêm vào cuối; tên không bao giờ đổi "
		  "nghĩa.",
			"Their names in csv, tsv and json. A new column goes last; a name never changes its "
			"meaning."),
		.entry = topic_report_columns},
	{.heading = {NULL, NULL}},
};
