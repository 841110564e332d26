package io.github.assetpipe.page;

import io.github.assetpipe.model.Content;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page's text and the encoding that gives exactly its bytes back.
 *
 * <p>The encoding is the first of these that decodes and encodes to the same bytes: the byte order mark's, UTF-16 without a
 * mark, the one that the page declares (page directive, XML declaration, meta), UTF-8, ISO-8859-1. The last always fits, so
 * every file has a text, and text that no edit touches becomes the same bytes again. A byte order mark stays in the text.
 *
 * @param text the whole text, a byte order mark included
 * @param charset the encoding
 */
public record PageText(String text, Charset charset) {
    private static final int HEAD = 2048;

    private static final Pattern DECLARED =
            Pattern.compile("(?i)(?:pageEncoding|charset|encoding)\\s{0,8}=\\s{0,8}[\"']?([A-Za-z][\\w.:-]{1,40})");

    /** Decodes a page. */
    public static PageText decode(Content content) {
        byte[] bytes = content.bytes();
        for (Charset charset : candidates(bytes)) {
            Optional<String> text = exact(bytes, charset);
            if (text.isPresent()) {
                return new PageText(text.get(), charset);
            }
        }
        return new PageText(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    /** Encodes an edited text, or returns empty when this page's encoding lacks one of its characters. */
    public Optional<Content> encode(String edited) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // The quick encoder writes a question mark for half of a surrogate pair; then the strict one has to tell.
            byte[] bytes = edited.getBytes(StandardCharsets.UTF_8);
            if (new String(bytes, StandardCharsets.UTF_8).equals(edited)) {
                return Optional.of(Content.of(bytes));
            }
        }
        try {
            ByteBuffer out = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(java.nio.CharBuffer.wrap(edited));
            return Optional.of(Content.of(Arrays.copyOf(out.array(), out.limit())));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Returns the line end that most of the page's first lines use: CRLF, LF or CR. */
    public String lineEnd() {
        int newline = text.indexOf('\n');
        if (newline < 0) {
            return text.indexOf('\r') >= 0 ? "\r" : "\n";
        }
        return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
    }

    private static List<Charset> candidates(byte[] bytes) {
        List<Charset> all = new ArrayList<>();
        int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
        int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
        if ((first == 0xff && second == 0xfe) || (first == '<' && bytes.length > 1 && second == 0)) {
            all.add(StandardCharsets.UTF_16LE);
        } else if ((first == 0xfe && second == 0xff) || (first == 0 && second == '<')) {
            all.add(StandardCharsets.UTF_16BE);
        } else if (!(first == 0xef && second == 0xbb)) {
            declared(bytes).ifPresent(all::add);
        }
        all.add(StandardCharsets.UTF_8);
        return all;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        while (matcher.find()) {
            try {
                Charset charset = Charset.forName(matcher.group(1));
                // A file whose declaration could be read byte by byte is not in a two-byte encoding, whatever it says.
                if (charset.canEncode() && "a<".equals(new String(new byte[] {'a', '<'}, charset))) {
                    return Optional.of(charset);
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // Such as "${encoding}": the next declaration may be a real one.
            }
        }
        return Optional.empty();
    }

    private static Optional<String> exact(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Valid UTF-8 is the only spelling of its text, and only what is not valid turns into U+FFFD here.
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\ufffd') < 0) {
                return Optional.of(text);
            }
        }
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Arrays.equals(text.getBytes(charset), bytes) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
