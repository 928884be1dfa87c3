#include "base/reason.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

static const struct {
	int code;
	const char *vi;
} reasons[] = {
	{ENOENT, "không có tệp hoặc thư mục này"},
	{ENOTDIR, "một phần của đường dẫn không phải là thư mục"},
	{EISDIR, "đây là thư mục, không phải tệp"},
	{EACCES, "không có quyền truy cập"},
	{EPERM, "thao tác không được phép"},
	{EEXIST, "đã có tệp hoặc thư mục này"},
	{ENOTEMPTY, "thư mục không trống"},
	{ENOSPC, "ổ đĩa hết chỗ"},
	{EDQUOT, "đã dùng hết dung lượng được cấp trên ổ đĩa"},
	{EROFS, "ổ đĩa chỉ cho đọc"},
	{EIO, "lỗi đọc hoặc ghi ổ đĩa"},
	{EFBIG, "tệp quá lớn"},
	{ENAMETOOLONG, "tên tệp quá dài"},
	{ELOOP, "quá nhiều liên kết nối tiếp nhau trong đường dẫn"},
	{EMFILE, "chương trình mở quá nhiều tệp"},
	{ENFILE, "hệ thống mở quá nhiều tệp"},
	{EBUSY, "tệp hoặc thiết bị đang được dùng"},
	{ETXTBSY, "tệp chương trình đang chạy"},
	{ENOMEM, "không đủ bộ nhớ"},
	{EPIPE, "bên nhận đã đóng"},
	{EXDEV, "hai tệp ở hai ổ đĩa khác nhau"},
	{EINVAL, "hệ thống không nhận giá trị này"},
};

const char *reason_of(int code, enum lang lang)
{
	size_t i;

	for (i = 0; lang == LANG_VI && i < sizeof reasons / sizeof reasons[0]; i++)
		if (reasons[i].code == code)
			return reasons[i].vi;
	return strerror(code);
}
