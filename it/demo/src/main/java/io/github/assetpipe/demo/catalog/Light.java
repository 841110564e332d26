package io.github.assetpipe.demo.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much light a plant wants. */
public enum Light {
    /** A dim corner will do. */
    @JsonProperty("low")
    LOW("low", "Low light"),
    /** A few metres from a window. */
    @JsonProperty("medium")
    MEDIUM("medium", "Medium light"),
    /** Close to a window. */
    @JsonProperty("bright")
    BRIGHT("bright", "Bright light");

    private final String key;
    private final String label;

    Light(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Returns the short word that queries and class names are made of. */
    public String getKey() {
        return key;
    }

    /** Returns the words shown to visitors. */
    public String getLabel() {
        return label;
    }
}
