package se.samlad.ground.geography.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.samlad.ground.geography.MapPalette;

/**
 * How a part of the drawing is inked: by class, where the page's style sheet ({@code komponenter/karta.css}) knows the colours of light and
 * dark, or by attributes in the light colours, for documents, which know no style sheet.
 */
public enum Ink {
  PAGE {
    @Override
    public String of(String classes) {
      return " class=\"" + classes + "\"";
    }
  },
  PRINT {
    @Override
    public String of(String classes) {
      Map<String, String> attributes = new LinkedHashMap<>();
      for (String name : classes.split(" ")) {
        attributes.putAll(PRINTED.getOrDefault(name, Map.of()));
      }
      return attributes.entrySet().stream()
          .map(attribute -> " " + attribute.getKey() + "=\"" + attribute.getValue() + "\"")
          .collect(Collectors.joining());
    }
  };

  public abstract String of(String classes);

  private static final String TYPEFACE = "font-family=Inter font-size=12 ";

  private static final Map<String, Map<String, String>> PRINTED = Map.ofEntries(
      ink("k-mark", "fill=k-mark"),
      ink("k-vatten", "fill=k-vatten stroke=k-strand stroke-width=1"),
      ink("k-a", "fill=none stroke=k-vatten stroke-linecap=round stroke-linejoin=round"),
      ink("k-akant", "fill=none stroke=k-strand stroke-linecap=round stroke-linejoin=round"),
      ink("k-park", "fill=k-park"),
      ink("k-skog", "fill=k-skog"),
      ink("k-plan", "fill=none stroke=k-rut stroke-width=1"),
      ink("k-hus", "fill=k-hus stroke=k-huskant stroke-width=.75"),
      ink("k-torg", "fill=k-vag stroke=k-vagkant stroke-width=.75"),
      ink("k-vag", "fill=none stroke=k-vag stroke-linecap=round stroke-linejoin=round"),
      ink("k-vagkant", "fill=none stroke=k-vagkant stroke-linecap=round stroke-linejoin=round"),
      ink("k-led", "fill=none stroke=k-led stroke-linecap=round stroke-linejoin=round"),
      ink("k-ledkant", "fill=none stroke=k-ledkant stroke-linecap=round stroke-linejoin=round"),
      ink(
          "k-stig",
          "fill=none stroke=k-spar stroke-width=1 stroke-dasharray=2,3 stroke-opacity=.7"),
      ink("k-spar", "fill=none stroke=k-spar stroke-width=2"),
      ink("k-slipers", "fill=none stroke=k-spar stroke-width=6 stroke-dasharray=1.5,9"),
      ink("k-kurva", "fill=none stroke=k-kurva stroke-width=1"),
      ink("k-rut", "fill=none stroke=k-rut stroke-width=1 stroke-dasharray=1,5"),
      ink(
          "k-grans",
          "fill=none stroke=k-spar stroke-width=1.25 stroke-dasharray=9,3,2,3 stroke-opacity=.75"),
      ink("k-ram", "fill=surface"),
      ink("k-ramlinje", "fill=none stroke=text stroke-width=1.25"),
      ink("k-ramtext", TYPEFACE + "font-weight=600 fill=muted text-anchor=middle"),
      ink("k-t", TYPEFACE + "font-weight=500 fill=k-text text-anchor=middle"),
      ink("k-ta", TYPEFACE + "font-weight=600 letter-spacing=1.7 fill=muted text-anchor=middle"),
      ink("k-tv", TYPEFACE + "font-style=italic fill=k-vattentext text-anchor=middle"),
      ink("k-tg", TYPEFACE + "fill=muted text-anchor=middle"),
      ink(
          "k-hot",
          "fill=hot fill-opacity=.13 stroke=hot-line stroke-width=2.5 stroke-linejoin=round"),
      ink("k-hot--osaker", "stroke-dasharray=7,5 fill-opacity=.06"),
      ink("k-hot--trolig", "stroke-width=5"),
      ink("k-hot--inre", "fill=none stroke=k-mark stroke-width=1.75 stroke-linejoin=round"),
      ink("k-nr", "fill=surface stroke=hot-line stroke-width=2.25"),
      ink("k-nr--osaker", "stroke-dasharray=4,3"),
      ink("k-nr--trolig", "stroke-width=1.25"),
      ink(
          "k-nrtext",
          "font-family=Inter font-size=14 font-weight=700 fill=hot-line text-anchor=middle"),
      ink("k-ledare", "fill=none stroke=hot-line stroke-width=1.5"),
      ink("k-p", "stroke=text stroke-width=1"),
      ink("kat0", "fill=surface"),
      ink("kat1", "fill=kat1"),
      ink("kat2", "fill=kat2"),
      ink("kat3", "fill=kat3"),
      ink("kat4", "fill=kat4"),
      ink("kat5", "fill=kat5"),
      ink("kat6", "fill=kat6"),
      ink(
          "k-omkrets",
          "fill=text fill-opacity=.06 stroke=text stroke-width=1.25 stroke-dasharray=2,3"),
      ink("k-ring", "fill=none stroke-width=2"),
      ink("k-ring--mal", "stroke=primary fill=primary fill-opacity=.14 stroke-width=2.5"),
      ink("k-ring--buffert", "stroke=primary stroke-dasharray=6,4 fill=primary fill-opacity=.05"),
      ink("k-ring--kontroll", "stroke=border-strong fill=text fill-opacity=.05"),
      ink("k-ring--kbuffert", "stroke=border-strong stroke-dasharray=6,4"),
      ink("k-skala", "fill=none stroke=text stroke-width=2"),
      ink("k-platta", "fill=surface fill-opacity=.92"),
      ink("k-tt", TYPEFACE + "font-weight=500 fill=text"));

  private static Map.Entry<String, Map<String, String>> ink(String name, String attributes) {
    Map<String, String> inked = new LinkedHashMap<>();
    for (String attribute : attributes.strip().split(" ")) {
      int equals = attribute.indexOf('=');
      String key = attribute.substring(0, equals);
      String value = attribute.substring(equals + 1);
      boolean colour = (key.equals("fill") || key.equals("stroke")) && !value.equals("none");
      inked.put(key, colour ? MapPalette.LIGHT.colour(value) : value);
    }
    return Map.entry(name, inked);
  }
}
