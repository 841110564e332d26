package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A jar that brings tag libraries or components, whose code so writes parts of pages.
 *
 * @param name its file name
 * @param digest stands for name, size and check sum of every entry, as the jar's directory tells them
 * @param entries what it holds, by entry; to be read when asked for
 */
public record ComponentJar(String name, String digest, SortedMap<String, Content> entries) {
    /** Where JSP and Faces look for tag libraries, components, composite components and tag files in a jar. */
    private static final Pattern SIGN = Pattern.compile("META-INF/(?:.*\\.tld|[^/]*taglib[^/]*\\.xml"
            + "|(?:[^/]*\\.)?faces-config\\.xml|resources/.*\\.xhtml|tags/.*\\.tagx?)");

    /** Keeps the entries from being changed. */
    public ComponentJar {
        entries = Collections.unmodifiableSortedMap(entries);
    }

    /** Tells by the name of an entry whether its jar brings tag libraries or components. */
    static boolean isSign(String entry) {
        return entry.startsWith("META-INF/") && SIGN.matcher(entry).matches();
    }

    static ComponentJar of(String name, Jar jar, Collection<? extends ZipEntry> entries) {
        SortedMap<String, Content> contents = new TreeMap<>();
        SortedMap<String, String> directory = new TreeMap<>();
        for (ZipEntry entry : entries) {
            directory.put(entry.getName(), entry.getSize() + " " + entry.getCrc());
            if (!entry.isDirectory()) {
                contents.put(entry.getName(), jar.content(entry));
            }
        }
        return new ComponentJar(name, Content.of(directory.toString()).sha256(), contents);
    }

    /** Returns a warning that a jar, or an entry of it, can't be read. */
    public static Diagnostic unreadable(String place, IOException e) {
        return Diagnostic.warning(
                "library",
                "Can't read this, so rules may go whose names it writes: " + e.getMessage(),
                Location.ofFile(place),
                "Delete the jar from the local repository and build again.");
    }
}
