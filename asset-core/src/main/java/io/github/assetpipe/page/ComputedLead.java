package io.github.assetpipe.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what a template computes as the front of a URL by the words in it: the application's root, or some other place. */
final class ComputedLead {
    private static final Pattern ROOT_WORDS = Pattern.compile(
            "contextpath|contextroot|contexturl|rootpath|rooturl|webroot|basepath|baseurl|baseuri|appcontext|approot|siteroot"
                    + "|siteurl|sitebaseurl|contextrelative");
    private static final Pattern ROOT_NAMES = Pattern.compile(
            "^(?:ctx|cp|root|base|context|path|app|site|config|req|request|rc|g|url|static|assets|host|sitehost)$");
    private static final Pattern ELSEWHERE =
            Pattern.compile("cdn|http|external|remote|origin|upload|avatar|gravatar|media");
    private static final Pattern OF_OBJECT = Pattern.compile(
            "(?i)[\\w)\\]]\\.(?:get)?(?:url|uri|href|link|home|homepage|web|website|site|address|dir|directory|path|folder|location"
                    + "|domain|host|src|source)\\W*$");
    private static final Pattern QUOTED_ROOT = Pattern.compile("[\"'](/(?:[^\"'<>{}$ ]*/)?)[\"']");

    private ComputedLead() {}

    /** Tells whether a lead says that it is the application's root, such as <code>${pageContext.request.contextPath}</code>. */
    static boolean isRoot(String lead) {
        String letters = lead.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return ROOT_WORDS.matcher(letters).find() || ROOT_NAMES.matcher(letters).matches();
    }

    /** Tells whether a lead names the context of the application, which no item of a list has. */
    static boolean isContext(String lead) {
        return lead.toLowerCase(Locale.ROOT).contains("context") && !lead.contains("this.");
    }

    /** Tells whether a lead is what some object says of itself, {@code user.home} or {@code $album.path}: it may lead anywhere. */
    static boolean isOfObject(String lead) {
        return OF_OBJECT.matcher(lead).find();
    }

    /** Tells whether a lead tells of a folder by its name: {@code $!scriptslink} of {@code scripts}. */
    static boolean names(String lead, String folder) {
        String name = folder.replaceFirst("/$", "").replaceFirst("^.*/", "").toLowerCase(Locale.ROOT);
        return !name.isEmpty() && lead.toLowerCase(Locale.ROOT).contains(name);
    }

    /** Tells whether a lead says that it is another host, or a folder that users fill. */
    static boolean isElsewhere(String lead) {
        return ELSEWHERE.matcher(lead.toLowerCase(Locale.ROOT)).find();
    }

    /** Returns the folder below the root that a lead names as a literal, such as {@code /img/}, or empty. */
    static Optional<String> quotedRoot(String lead) {
        Matcher quoted = QUOTED_ROOT.matcher(lead);
        return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
    }
}
