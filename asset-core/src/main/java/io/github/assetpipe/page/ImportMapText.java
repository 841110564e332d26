package io.github.assetpipe.page;

/**
 * Where entries can be put into the text of an import map.
 *
 * @param imports offset after the brace that opens the object {@code imports}, or -1 when there is none
 * @param whole offset after the brace that opens the map, or -1 when the text is no object
 * @param emptyImports whether there are no imports yet
 * @param empty whether the map says nothing at all
 * @param scoped whether there are scopes
 */
public record ImportMapText(int imports, int whole, boolean emptyImports, boolean empty, boolean scoped) {

    /** Looks at a text, which is JSON. */
    public static ImportMapText of(String json) {
        int imports = -1;
        int whole = -1;
        boolean scoped = false;
        int depth = 0;
        String key = "";
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = endOfString(json, i);
                key = depth == 1 ? json.substring(i + 1, end) : key;
                scoped |= depth == 1 && key.equals("scopes");
                i = end;
            } else if (c == '{') {
                whole = depth == 0 && whole < 0 ? i + 1 : whole;
                imports = depth == 1 && key.equals("imports") ? i + 1 : imports;
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return new ImportMapText(imports, whole, closes(json, imports), closes(json, whole), scoped);
    }

    private static int endOfString(String json, int quote) {
        int end = quote + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, json.length());
    }

    private static boolean closes(String json, int from) {
        int at = Math.max(from, 0);
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at < json.length() && json.charAt(at) == '}';
    }
}
