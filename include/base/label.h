/*
 * label - words for people, in the two languages of the program.
 *
 * Everything a person reads exists as a label, so both languages stand side by side where the thing
 * is described. Machine output (CSV and JSON names, codes) never comes from a label.
 */
#ifndef MEMBERSTAT_LABEL_H
#define MEMBERSTAT_LABEL_H

enum lang { LANG_EN, LANG_VI };

struct label {
	const char *vi, *en;
};

/* Initialiser: L("Đảng viên", "Members"). */
#define L(vi_, en_)                      \
	{                                \
		.vi = (vi_), .en = (en_) \
	}

static inline const char *label_in(struct label label, enum lang lang)
{
	return lang == LANG_VI ? label.vi : label.en;
}

#endif
