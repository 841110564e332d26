package io.github.assetpipe.page;

import io.github.assetpipe.js.JsSpecifiers;
import io.github.assetpipe.text.UrlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the script elements of a page name in their text: imports of inline modules, and addresses in import maps. */
final class ScriptNames {
    private ScriptNames() {}

    /** Returns the ranges of the addresses in a script element's text; none where the template language writes into it. */
    static List<Range> of(Tag tag, Page page) {
        String type = tag.value("type", page.text()).toLowerCase(Locale.ROOT);
        List<Range> names = new ArrayList<>();
        if (type.equals("importmap") && !PageModules.isWritten(tag, page)) {
            addresses(page.text().substring(tag.end(), tag.closeStart()), tag.end(), names);
        } else if (type.equals("module")) {
            for (JsSpecifiers.Specifier name : PageModules.specifiers(tag, page)) {
                if (isAddress(name.text())) {
                    names.add(new Range(name.start(), name.end()));
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

    /** What looks like a character reference would be read as one later. */
    private static boolean isAddress(String name) {
        return name.indexOf('&') < 0 && UrlText.isModuleAddress(name);
    }
}
