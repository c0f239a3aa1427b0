package se.samlad.demo.history;

import static se.samlad.demo.history.Rhythm.DAY;
import static se.samlad.demo.history.Rhythm.EVENING;
import static se.samlad.demo.history.Rhythm.NIGHT;
import static se.samlad.demo.history.Rhythm.SCHOOL;
import static se.samlad.demo.history.Rhythm.TRAFFIC;

import java.util.List;

/** Where things happen in Lindesta, and the three planted stories. Weeks are counted back from the last closed one, which is 0. */
public final class Sites {

  /** So many weeks before a measure are compared with as many after it. */
  public static final int COMPARED = 24;

  /** Middles of the places whose surroundings are compared, metres from the corner of Torget's square. */
  public record Circle(double x, double y) {}

  public static final Circle TUNNEL = new Circle(-640, -78);
  public static final Circle TUNNEL_CONTROL = new Circle(-318, 350);
  public static final Circle PARKING = new Circle(400, 900);
  public static final Circle PARKING_CONTROL = new Circle(1520, -480);
  public static final double TARGET_METERS = 60;
  public static final double BUFFER_METERS = 200;

  private static final String CENTRE =
      "Lindesta Bevakning 5, Polisen, lokalområde 2, Kollektivtrafiken 2, Lindesta Bostäder 1.5, Fritid och fältgrupp 1, Centrumhandeln 0.6";
  private static final String SCHOOLS =
      "Grundskolan 5, Lindesta Bevakning 2.5, Fritid och fältgrupp 1.5, Lindesta Bostäder 1";
  private static final String HOMES =
      "Lindesta Bostäder 4, Lindesta Bevakning 2.5, Polisen, lokalområde 1, Hemtjänst Norr 0.4, Hemtjänst Söder 0.4, Räddningstjänsten 0.3";
  private static final String PARKS =
      "Gata och park 3, Lindesta Bevakning 3, Fritid och fältgrupp 1.2, Polisen, lokalområde 0.8";
  private static final String STREETS =
      "Lindesta Bevakning 4, Gata och park 2, Fritid och fältgrupp 2, Kollektivtrafiken 1";
  static final String ANYWHERE =
      "Lindesta Bevakning 3.2, Polisen, lokalområde 2, Lindesta Bostäder 2, Gata och park 1.2, Fritid och fältgrupp 0.8, Hemtjänst Norr 0.5, Hemtjänst Söder 0.5, Räddningstjänsten 0.5";

  private static final String CROWD =
      "SAMLING 6, SKADEGORELSE 3, NARKOTIKA 1.6, BRAK 0.8, FYLLERI_OFFENTLIG_ALKOHOL 0.6, HOT 0.4, INCIDENT_MOT_ANSTALLD 0.2";
  private static final String YARD =
      "KLOTTER 4, SKADEGORELSE 3, SAMLING 3, GLASKROSS 1, BRAND_ANLAGD 0.4";
  private static final String GREEN =
      "SAMLING 3, OTRYGG_PLATS 2.5, NARKOTIKA 1.4, NEDSKRAPNING 1.4, FYLLERI_OFFENTLIG_ALKOHOL 1, BELYSNING 0.6";
  private static final String WHEELS =
      "BUSKORNING 5, A_TRAKTOR_MOPED 2.5, STORANDE_LJUD 1.2, HASTIGHET 1";
  private static final String DARK =
      "OTRYGG_PLATS 3, SAMLING 3, KLOTTER 2.2, NARKOTIKA 1.5, GLASKROSS 0.8";
  static final String MIXED =
      "SKADEGORELSE 3, NEDSKRAPNING 2, OTRYGG_PLATS 1.5, BUSKORNING 1.5, KLOTTER 1.5, CYKEL 1, BILINBROTT 0.8, KALLARE 0.8, STORANDE_LJUD 0.8, TRAPPHUS_KALLARE 0.7, BRAND_ANLAGD 0.3, OLOVLIG_SOVPLATS 0.2, ANNAT 0.4";

  static final List<Site> LINDESTA = List.of(
      // A: grows the last four weeks, since two bus lines moved there.
      Site.at("Torget", 92, 186, 42, 0.7, EVENING, CROWD, CENTRE)
          .planting(3, 3, 3)
          .planting(2, 2, 4)
          .planting(1, 1, 4)
          .planting(0, 0, 5),
      Site.at("Busstationen", 142, 64, 48, 0.9, EVENING, CROWD, CENTRE)
          .planting(3, 3, 6)
          .planting(2, 2, 8)
          .planting(1, 1, 9)
          .planting(0, 0, 5),
      Site.at("Lindskolan", 1120, 372, 62, 1.2, SCHOOL, YARD, SCHOOLS)
          .planting(3, 3, 5)
          .planting(2, 2, 6)
          .planting(1, 1, 7)
          .planting(0, 0, 8),
      Site.at(
              "Parkgaraget Norra",
              190,
              622,
              36,
              0.8,
              NIGHT,
              "NARKOTIKA 3, GARAGE 3, SKADEGORELSE 2, BILINBROTT 1.5",
              "Lindesta Bevakning 6, Polisen, lokalområde 1, Gata och park 1")
          .planting(3, 3, 3)
          .planting(2, 2, 4)
          .planting(1, 1, 3)
          .planting(0, 0, 5),
      // B: lamps in the tunnel helped and nothing moved; the park is the comparison.
      Site.at("Åtunneln", TUNNEL.x(), TUNNEL.y(), 52, 0.9, EVENING, DARK, PARKS)
          .planting(51, 28, 62)
          .planting(27, 27, 1)
          .planting(26, 3, 16)
          .planting(0, 0, 0),
      Site.at("Åtunneln", TUNNEL.x(), TUNNEL.y(), 52, 0, EVENING, DARK, PARKS)
          .ring(66, 194, 0.9)
          .planting(51, 28, 20)
          .planting(26, 3, 18),
      Site.at("Stadsparken", TUNNEL_CONTROL.x(), TUNNEL_CONTROL.y(), 52, 1.9, EVENING, GREEN, PARKS)
          .planting(51, 28, 40)
          .planting(26, 3, 40)
          .planting(0, 0, 1),
      Site.at("Stadsparken", TUNNEL_CONTROL.x(), TUNNEL_CONTROL.y(), 52, 0, EVENING, GREEN, PARKS)
          .ring(66, 194, 0.8)
          .planting(51, 28, 18)
          .planting(26, 3, 18),
      // C: the closed parking moved the driving 150 metres; the trading estate is the comparison.
      Site.at("Ishallens parkering", PARKING.x(), PARKING.y(), 50, 0.5, TRAFFIC, WHEELS, STREETS)
          .planting(58, 35, 52)
          .planting(34, 34, 1)
          .planting(33, 10, 10),
      Site.at("Idrottsvägens vändplan", 530, 940, 26, 2.1, TRAFFIC, WHEELS, STREETS)
          .planting(58, 35, 10)
          .planting(33, 10, 46),
      Site.at(
              "Torpa handelsplats",
              PARKING_CONTROL.x(),
              PARKING_CONTROL.y(),
              52,
              1.6,
              TRAFFIC,
              WHEELS,
              STREETS)
          .planting(58, 35, 36)
          .planting(33, 10, 37),
      Site.at(
              "Torpa handelsplats",
              PARKING_CONTROL.x(),
              PARKING_CONTROL.y(),
              52,
              0,
              TRAFFIC,
              WHEELS,
              STREETS)
          .ring(66, 194, 0.8)
          .planting(58, 35, 16)
          .planting(33, 10, 17),
      Site.at("Lindesta C", 262, -46, 40, 1.1, EVENING, CROWD, CENTRE),
      Site.at(
          "Gallerian Linden",
          430,
          300,
          45,
          0.9,
          DAY,
          "BUTIK 3, KOPCENTRUM 3, BRAK 1, INCIDENT_MOT_ANSTALLD 0.5",
          CENTRE),
      Site.at("Biblioteket", -70, 300, 30, 0.4, DAY, "SAMLING 2, BRAK 1, NEDSKRAPNING 1", CENTRE),
      Site.at(
          "Lindesta gymnasium",
          520,
          560,
          50,
          0.6,
          SCHOOL,
          YARD,
          "Gymnasiet 3, Lindesta Bevakning 2, Fritid och fältgrupp 1"),
      Site.at(
          "Fritidsgården Kvarnen",
          690,
          640,
          40,
          0.5,
          EVENING,
          CROWD,
          "Fritid och fältgrupp 4, Lindesta Bevakning 1"),
      Site.at("Åbrinks torg", -1010, 400, 55, 1.0, EVENING, CROWD, HOMES),
      Site.at("Brinkparken", -1190, 225, 60, 0.6, EVENING, GREEN, HOMES),
      Site.at("Åbrinksskolan", -1130, 560, 60, 0.7, SCHOOL, YARD, SCHOOLS),
      Site.at(
          "Forsgatan",
          -1050,
          -420,
          90,
          0.9,
          NIGHT,
          "TRAPPHUS_KALLARE 3, SKADEGORELSE 2, KALLARE 1.5, STORANDE_LJUD 1.5",
          HOMES),
      Site.at("Lindhems centrum", 1330, 205, 50, 0.9, EVENING, CROWD, HOMES),
      Site.at("Lindhemsparken", 1680, 325, 60, 0.5, EVENING, GREEN, PARKS),
      Site.at("Rallarparken", 790, -425, 55, 0.5, EVENING, GREEN, PARKS),
      Site.at("Norrgärdsskolan", 1640, 1130, 60, 0.6, SCHOOL, YARD, SCHOOLS),
      Site.at("Sörbyskolan", 330, -1150, 60, 0.5, SCHOOL, YARD, SCHOOLS),
      Site.at("Kvarntunneln", -830, 708, 40, 0.6, EVENING, DARK, PARKS),
      Site.at("Lindvägen", 820, 330, 45, 0.7, TRAFFIC, WHEELS, STREETS),
      Site.at("Sörbyvägen", 545, -950, 60, 0.7, TRAFFIC, WHEELS, STREETS),
      Site.at(
          "Sjöviks båthamn",
          -150,
          2290,
          60,
          0.35,
          NIGHT,
          "TILLGREPP 2, SKADEGORELSE 2, SAMLING 1",
          ANYWHERE),
      Site.at("Lindsjöbadet", 320, 2370, 70, 0.35, EVENING, GREEN, PARKS),
      Site.at(
          "Industrigatan",
          1850,
          -330,
          80,
          0.4,
          NIGHT,
          "INBROTT 2, BUSKORNING 2, NEDSKRAPNING 1",
          ANYWHERE));

  /** Reports that came when the safety hosts of Åbrinken began: more who report, not more that happens. */
  static final Site MORE_EYES = Site.at(
      "Åbrinken, trygghetsvärdarna", -1000, 100, 520, 1.7, EVENING, GREEN, "Lindesta Bostäder 1");

  static final Site THIN = Site.at(
      "Kyrkbyn", 60, 40, 160, 3.2, EVENING, MIXED, "Ullesta Bostäder 3, Fritid och skola 2");

  private Sites() {}
}
