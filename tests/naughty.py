"""Strings that programs trip over, each for what has gone wrong with its like somewhere. All of them are our own."""

NOTHING_MUCH = (
    *(".", "-", "—", "…", "0", "00", "-0", "1/0", "1e309", "NaN", "Infinity", "-1", "007", "1_000", "1,000.5"),
    *("None", "null", "NULL", "nil", "undefined", "true", "False", "yes", "no", "on", "off", "id", "self", "rowid"),
    *("draft", "settings", "words", "people", "me"),
)
MARKUP = (
    *("[", "]", "[]", "[/]", "[//]", "[b]", "[/b]", "[b", "[[b]]", "\\[b]", "[b]\\", "[red]x[/red]", "[on red]"),
    *("[@click=app.bell]x[/]", "[@click=app.exit()]", "[link=https://example.org]x", "[$accent]", "[bold $text 50%]"),
    *("{x}", "{{x}}", "%s", "%(x)s", "%n", "{0.__class__}", "$HOME", "${x}", "`x`", "#{x}", "<b>x</b>", "&amp;", "<x"),
    *("# x", "* x", "- [ ] x", "[x](y)", "|x|", "---", "~~x~~", "\\n", "\\x00", "\\u0041", "C:\\new\\table"),
)
COMMANDS = (
    *("'", '"', "''", "';", "'; DROP TABLE notes; --", '" OR ""="', "x' UNION SELECT private FROM notes --", "%_%"),
    *("=1+1", "+1", "@x", "-x", "\t=x", "NEAR(a b)", "a AND", "OR", "NOT x", "x*", '"x', "text:x", "^x", "(x"),
    *("../../etc/passwd", "/dev/null", "~", "-rf", "--help", "| cat", "&& x", "; x", "$(x)", "\\\\x\\y", "CON", "a:b"),
)
LETTERS = (
    *("é", "e\u0301", "ﬁ", "ß", "ẞ", "İ", "ı", "Ω", "Ω", "Å", "Å", "ǆ", "Ⅷ", "①", "½", "²", "™", "№", "‰", "ſ"),
    *(
        "日本語",
        "中文字符",
        "한국어",
        "ไทย",
        "हिन्दी कि",
        "தமிழ்",
        "ქართული",
        "Ελληνικά",
        "Українська",
        "አማርኛ",
        "ᚠᚢᚦ",
        "𝒳𝔂",
        "𠜎𠱓",
    ),
    *(
        "שלום",
        "العربية",
        "שָׁלוֹם",
        "a\u202eb",
        "\u2067a\u2069",
        "a\u200eb\u200f",
        "אa1ב",
        "١٢٣",
        "۱۲۳",
        "１２３",
        "ａｂｃ",
    ),
    *("Z\u0351\u036b\u0343a\u0321\u0353l\u0356\u0354g\u034eo\u0353", "a" + "\u0301" * 60, "\u0301", "\u20dd"),
)
SIGNS = (
    *(
        "🙂",
        "👩‍👩‍👧",
        "👍🏽",
        "🇬🇧",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "❤️",
        "❤",
        "1️⃣",
        "🙂" * 40,
        "🧑🏿‍🦽‍➡️",
        "¯\\_(ツ)_/¯",
        "(╯°□°）╯",
        "→ ← ⇒",
        "∞ ≠ √",
        "◆ ● ▎",
    ),
    *(
        "\u00a0x\u00a0",
        "a\u2003b",
        "a\u200bb",
        "a\u200db",
        "a\u2060b",
        "\ufeffx",
        "a\u00adb",
        "x\u3000y",
        "\u2028",
        "a\u2029b",
    ),
    *("\ufffd", "\ufffe", "\uffff", "\U0010ffff", "\ue000", "\U000e0041", "\u061c", "\u180e", "\u115f\u1160", "\u3164"),
)
CONTROLS = (
    *(
        "a\x00b",
        "\x00",
        "\x01",
        "a\x07b",
        "a\x08b",
        "\x0bx\x0c",
        "\x1b[31mx",
        "\x1b]0;x\x07",
        "\x1b[2J",
        "a\x7fb",
        "\x85",
    ),
    *("\x9b31m", "a\rb", "a\r\nb", "a\nb", "a\n\n\nb", "\ta\tb", "x\n=y", "\x1a", "\x04"),
)
LONG = ("x" * 3000, "word " * 600, "ö" * 999, "line\n" * 300, "🙂" * 500)

NAUGHTY: tuple[str, ...] = (*NOTHING_MUCH, *MARKUP, *COMMANDS, *LETTERS, *SIGNS, *CONTROLS, *LONG)

ONE_LINE: tuple[str, ...] = tuple(text for text in NAUGHTY if len(text.splitlines()) == 1)
"""Those that a field of one line can hold as they are: more lines are joined by blanks when they are pasted."""
