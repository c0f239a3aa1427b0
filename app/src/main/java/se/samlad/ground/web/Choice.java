package se.samlad.ground.web;

/** One of several values a field may take, with the word people see. */
public record Choice(String value, String text) {}
