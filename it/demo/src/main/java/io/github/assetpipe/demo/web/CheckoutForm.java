package io.github.assetpipe.demo.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where the plants go; filled in by the visitor. */
public class CheckoutForm {
    @NotBlank(message = "Please tell us your name")
    @Size(max = 80, message = "That is longer than our labels")
    private String name = "";

    @NotBlank(message = "We send the receipt here")
    @Email(message = "This does not look like an e-mail address")
    private String email = "";

    @NotBlank(message = "Street and number, please")
    private String street = "";

    @NotBlank(message = "Which town?")
    private String town = "";

    @Pattern(regexp = "(?i)[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}", message = "A postcode such as BS1 6QF")
    private String postcode = "";

    @Pattern(regexp = "standard|morning|collect", message = "Please choose one")
    private String delivery = "standard";

    @Size(max = 300, message = "300 letters at most")
    private String note = "";

    @AssertTrue(message = "Please accept the terms")
    private boolean terms;

    /** Returns the name. */
    public String getName() {
        return name;
    }

    /** Sets the name. */
    public void setName(String value) {
        name = value;
    }

    /** Returns the e-mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets the e-mail address. */
    public void setEmail(String value) {
        email = value;
    }

    /** Returns street and number. */
    public String getStreet() {
        return street;
    }

    /** Sets street and number. */
    public void setStreet(String value) {
        street = value;
    }

    /** Returns the town. */
    public String getTown() {
        return town;
    }

    /** Sets the town. */
    public void setTown(String value) {
        town = value;
    }

    /** Returns the postcode. */
    public String getPostcode() {
        return postcode;
    }

    /** Sets the postcode. */
    public void setPostcode(String value) {
        postcode = value;
    }

    /** Returns the way of delivery. */
    public String getDelivery() {
        return delivery;
    }

    /** Sets the way of delivery. */
    public void setDelivery(String value) {
        delivery = value;
    }

    /** Returns the note to the driver. */
    public String getNote() {
        return note;
    }

    /** Sets the note to the driver. */
    public void setNote(String value) {
        note = value;
    }

    /** Returns whether the terms are accepted. */
    public boolean isTerms() {
        return terms;
    }

    /** Sets whether the terms are accepted. */
    public void setTerms(boolean value) {
        terms = value;
    }
}
