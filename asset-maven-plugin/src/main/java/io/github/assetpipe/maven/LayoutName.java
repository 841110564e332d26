package io.github.assetpipe.maven;

import java.util.Locale;

/** The layouts of Maven projects that the plugin knows. */
enum LayoutName {
    /** The layout that the project's packaging tells. */
    AUTO,
    /** Assets and templates among the resources of a jar: Spring Boot, Quarkus, Micronaut. */
    JAR,
    /** A web application folder, packed by maven-war-plugin. */
    WAR,
    /** A folder of plain pages that becomes a folder of plain pages. */
    STATIC;

    /** Returns the layout of a packaging, when this is {@link #AUTO}. */
    LayoutName of(String packaging) {
        if (this != AUTO) {
            return this;
        }
        return switch (packaging.toLowerCase(Locale.ROOT)) {
            case "war" -> WAR;
            case "pom" -> STATIC;
            default -> JAR;
        };
    }
}
