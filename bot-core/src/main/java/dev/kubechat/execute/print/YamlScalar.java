package dev.kubechat.execute.print;

/** One text as libyaml's emitter looks at it before it chooses quotes. */
@SuppressWarnings("ArrayRecordComponent") // code points; no two scalars are ever compared
record YamlScalar(
        int[] text, boolean multiline, boolean plain, boolean singleQuoted, boolean block) {

    private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

    static YamlScalar of(String value) {
        if (value.isEmpty()) {
            return new YamlScalar(new int[0], false, true, true, false);
        }
        return new Analysis(value).scalar();
    }

    static boolean isBreak(int c) {
        return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7e)
                || (c >= 0xa0 && c < 0xd800)
                || (c >= 0xe000 && c < 0xfffe && c != 0xfeff);
    }

    private static final class Analysis {

        private final int[] text;
        private boolean indicators;
        private boolean lineBreaks;
        private boolean special;
        private boolean spaceBreak;
        private boolean breakSpace;

        Analysis(String value) {
            text = value.codePoints().toArray();
            indicators = value.startsWith("---") || value.startsWith("...");
        }

        YamlScalar scalar() {
            var previousSpace = false;
            var previousBreak = false;
            for (var i = 0; i < text.length; i++) {
                var c = text[i];
                lookForIndicators(i);
                special |= !isPrintable(c);
                lineBreaks |= isBreak(c);
                breakSpace |= c == ' ' && previousBreak;
                spaceBreak |= isBreak(c) && previousSpace;
                previousSpace = c == ' ';
                previousBreak = isBreak(c);
            }
            var first = text[0];
            var last = text[text.length - 1];
            var edges = first == ' ' || last == ' ' || isBreak(first) || isBreak(last);
            var never = spaceBreak || special;
            return new YamlScalar(
                    text,
                    lineBreaks,
                    !edges && !breakSpace && !never && !lineBreaks && !indicators,
                    !breakSpace && !never,
                    last != ' ' && !never);
        }

        private void lookForIndicators(int i) {
            var c = text[i];
            var blankFollows = i + 1 >= text.length || text[i + 1] == ' ' || text[i + 1] == '\t';
            if (i == 0) {
                indicators |= INDICATORS.indexOf(c) >= 0 || ("?:-".indexOf(c) >= 0 && blankFollows);
            } else {
                indicators |= (c == ':' && blankFollows) || (c == '#' && isBlank(text[i - 1]));
            }
        }

        private static boolean isBlank(int c) {
            return c == ' ' || c == '\t' || isBreak(c) || c == 0;
        }
    }
}
