package io.github.assetpipe.demo.journal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** All articles, newest first; safe for several threads. */
@Component
public class Journal {
    private final List<Article> articles;

    Journal(ObjectMapper json, @Value("classpath:content/journal.json") Resource source) throws IOException {
        try (var in = source.getInputStream()) {
            articles = json.readValue(in, new TypeReference<List<Article>>() {}).stream()
                    .sorted(Comparator.comparing(Article::date).reversed())
                    .toList();
        }
    }

    /** Returns all articles. */
    public List<Article> all() {
        return articles;
    }

    /** Returns the newest articles. */
    public List<Article> newest(int number) {
        return articles.subList(0, Math.min(number, articles.size()));
    }

    /** Returns the article of that name in addresses, if there is one. */
    public Optional<Article> find(String slug) {
        return articles.stream().filter(article -> article.slug().equals(slug)).findFirst();
    }
}
