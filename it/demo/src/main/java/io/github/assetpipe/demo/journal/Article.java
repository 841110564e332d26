package io.github.assetpipe.demo.journal;

import java.time.LocalDate;
import java.util.List;

/**
 * An article.
 *
 * @param slug its name in addresses
 * @param title headline
 * @param topic one of the journal's topics, in lower case
 * @param date day of publication
 * @param author who wrote it
 * @param minutes reading time
 * @param photo name of the picture at its head
 * @param alt what the picture shows
 * @param lead first paragraph
 * @param sections the rest
 */
public record Article(
        String slug,
        String title,
        String topic,
        LocalDate date,
        String author,
        int minutes,
        String photo,
        String alt,
        String lead,
        List<Section> sections) {

    /**
     * A part of an article.
     *
     * @param heading its heading
     * @param paragraphs its text
     */
    public record Section(String heading, List<String> paragraphs) {
        /** Copies the list. */
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Copies the list. */
    public Article {
        sections = List.copyOf(sections);
    }
}
