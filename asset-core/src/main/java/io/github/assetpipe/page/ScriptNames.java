package io.github.assetpipe.page;

import io.github.assetpipe.js.JsSpecifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the script elements of a page name in their text: imports of inline modules, and addresses in import maps. */
final class ScriptNames {
    /** Deeper scripts are no inline modules of a person; the parser would need a deeper stack than its caller's. */
    private static final int DEEPEST = 200;

    private ScriptNames() {}

    /** Returns the ranges of the addresses in a script element's text; none where the template language writes into it. */
    static List<Range> of(Tag tag, Page page) {
        if (tag.closeStart() < tag.end() || page.isDynamic(tag.end(), tag.closeStart())) {
            return List.of();
        }
        String type = tag.value("type", page.text()).toLowerCase(Locale.ROOT);
        String text = page.text().substring(tag.end(), tag.closeStart());
        List<Range> names = new ArrayList<>();
        if (type.equals("importmap")) {
            addresses(text, tag.end(), names);
        } else if (type.equals("module") && !isDeep(text)) {
            for (JsSpecifiers.Specifier name : JsSpecifiers.of(text).specifiers()) {
                if (isAddress(name.text())) {
                    names.add(new Range(tag.end() + name.start(), tag.end() + name.end()));
                }
            }
        }
        return names;
    }

    /** Finds the strings of a JSON text that are values and begin as an address does (HTML standard, import maps). */
    private static void addresses(String json, int offset, List<Range> names) {
        int at = json.indexOf('"');
        while (at >= 0) {
            int end = at + 1;
            while (end < json.length() && json.charAt(end) != '"') {
                end += json.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= json.length()) {
                return;
            }
            String value = json.substring(at + 1, end);
            int next = end + 1;
            while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
                next++;
            }
            boolean key = next < json.length() && json.charAt(next) == ':';
            if (!key && value.indexOf('\\') < 0 && isAddress(value)) {
                names.add(new Range(offset + at + 1, offset + end));
            }
            at = json.indexOf('"', end + 1);
        }
    }

    private static boolean isAddress(String name) {
        return name.indexOf('&') < 0 && (name.startsWith("/") || name.startsWith("./") || name.startsWith("../"));
    }

    private static boolean isDeep(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                if (++depth > DEEPEST) {
                    return true;
                }
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        return text.length() > 1 << 18;
    }
}
