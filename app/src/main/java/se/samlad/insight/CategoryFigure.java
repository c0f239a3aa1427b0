package se.samlad.insight;

import se.samlad.ground.disclosure.Figure;

/** Incidents of a category group in a period, against what was expected and beside the period before. */
public record CategoryFigure(String categoryGroup, Figure figure, int before) {}
