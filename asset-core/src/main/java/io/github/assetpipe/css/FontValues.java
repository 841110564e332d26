package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Values of the font properties. */
final class FontValues {
    private FontValues() {}

    static List<Part> weight(List<Part> parts) {
        return parts.size() == 1 ? List.of(weight(parts.get(0))) : parts;
    }

    static Part weight(Part part) {
        if (part.isWord("bold")) {
            return new Part.Num("700", "");
        }
        return part.isWord("normal") ? new Part.Num("400", "") : part;
    }

    /** Takes the quotes from names that need none, and drops a name that has been said before. */
    static List<Part> family(List<Part> parts) {
        List<List<Part>> out = new ArrayList<>(4);
        List<List<Part>> groups = Lists.split(parts, ',');
        for (List<Part> group : groups) {
            List<Part> name = group.size() == 1 ? List.of(unquote(group.get(0))) : group;
            // "monospace, monospace" is no repetition: it switches off the smaller default size.
            boolean meant = ValueMinifier.hasReference(name)
                    || (name.size() == 1 && name.get(0).isWord("monospace"))
                    || groups.size() > 50;
            if (meant || !out.contains(name)) {
                out.add(name);
            }
        }
        return Lists.join(out, ',');
    }

    static Part unquote(Part part) {
        if (!(part instanceof Part.Text text) || text.content.isEmpty()) {
            return part;
        }
        boolean start = true;
        int word = 0;
        String content = text.content;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            boolean inner = letter || Chars.isDigit(c) || c == '-';
            if (c == ' ' && !start) {
                if (isReserved(content.substring(word, i))) {
                    return part;
                }
                start = true;
                word = i + 1;
            } else if (start ? letter : inner) {
                start = false;
            } else {
                return part;
            }
        }
        return start || isReserved(content.substring(word)) ? part : new Part.Word(content);
    }

    private static boolean isReserved(String word) {
        return switch (Chars.lower(word)) {
            case "serif",
                    "sans-serif",
                    "monospace",
                    "cursive",
                    "fantasy",
                    "system-ui",
                    "ui-serif",
                    "ui-sans-serif",
                    "ui-monospace",
                    "ui-rounded",
                    "math",
                    "emoji",
                    "fangsong",
                    "inherit",
                    "initial",
                    "unset",
                    "default",
                    "revert",
                    "revert-layer",
                    "caption",
                    "icon",
                    "menu",
                    "message-box",
                    "small-caption",
                    "status-bar",
                    "generic",
                    "none" -> true;
            default -> false;
        };
    }

    /** Shortens the {@code font} shorthand; words before the size that are normal anyway are dropped. */
    static List<Part> shorthand(List<Part> parts) {
        int size = sizeIndex(parts);
        if (size < 0) {
            return parts;
        }
        List<Part> out = new ArrayList<>(parts.size());
        for (int i = 0; i < size; i++) {
            Part part = weight(parts.get(i));
            boolean normal =
                    parts.get(i).isWord("normal") || (part instanceof Part.Num number && number.text.equals("400"));
            if (!normal) {
                out.add(part);
            }
        }
        out.add(parts.get(size));
        int rest = size + 1;
        if (rest + 1 < parts.size() && parts.get(rest).isSign('/')) {
            if (!parts.get(rest + 1).isWord("normal")) {
                out.add(Part.Sign.SLASH);
                out.add(parts.get(rest + 1));
            }
            rest += 2;
        }
        out.addAll(family(parts.subList(rest, parts.size())));
        return out;
    }

    /** Returns the index of the font size in a {@code font} shorthand, or -1. */
    static int sizeIndex(List<Part> parts) {
        for (int i = 0; i < parts.size() && i < 5; i++) {
            Part part = parts.get(i);
            if (part.isSign(',') || part instanceof Part.Text) {
                return -1;
            }
            if (isSize(part)) {
                return i + 1 < parts.size() ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isSize(Part part) {
        if (part instanceof Part.Num number) {
            return number.isLength() || number.isPercent() || number.isZero();
        }
        if (part instanceof Part.Func function) {
            return ValueFunctions.isMath(function.name);
        }
        return part instanceof Part.Word word
                && switch (word.lower) {
                    case "xx-small",
                            "x-small",
                            "small",
                            "medium",
                            "large",
                            "x-large",
                            "xx-large",
                            "xxx-large",
                            "smaller",
                            "larger" -> true;
                    default -> false;
                };
    }
}
