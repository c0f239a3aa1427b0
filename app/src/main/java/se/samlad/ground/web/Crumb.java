package se.samlad.ground.web;

/** A step of the way to a page (Swedish: länkstig); the last step is the page itself. */
public record Crumb(String path, String text) {}
