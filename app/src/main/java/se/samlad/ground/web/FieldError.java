package se.samlad.ground.web;

/**
 * What is wrong with one field, said so that it can be mended.
 *
 * @param field the field's name, which is its id on the page too
 * @param sentence in the reader's language
 */
public record FieldError(String field, String sentence) {}
