package io.github.assetpipe.demo.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A letter to the shop.
 *
 * @param name who writes
 * @param email where the answer goes
 * @param topic what it is about
 * @param message the letter
 */
public record ContactForm(
        @NotBlank(message = "Please tell us your name") String name,

        @NotBlank(message = "We need an address to answer to")
        @Email(message = "This does not look like an e-mail address")
        String email,

        String topic,

        @Size(min = 10, max = 2000, message = "A few words more, please")
        String message) {

    static ContactForm blank() {
        return new ContactForm("", "", "care", "");
    }
}
