package se.samlad.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;

/** The right ways of the acting municipality: its own, or the shipped ones until it has written some. */
@Service
public class RightWays {

  /** As many as the form has room for. */
  public static final int MOST = 8;

  private static final Locale SWEDISH = Locale.of("sv");

  private static final String POLICE = "114 14";

  private final JdbcClient db;
  private final MessageSource messages;
  private final Audit audit;

  RightWays(JdbcClient db, MessageSource messages, Audit audit) {
    this.db = db;
    this.messages = messages;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public List<RightWay> list() {
    List<RightWay> own = db.sql("""
            select text_sv as sv, text_en as en, phone, link
              from samlad.right_way
             order by ordinal
            """).query(RightWay.class).list();
    return own.isEmpty() ? shipped() : own;
  }

  /** Puts these in the place of all there were; none brings the shipped ones back. */
  @Transactional
  public void replace(List<RightWay> ways) {
    if (ways.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " right ways, not " + ways.size());
    }
    db.sql("delete from samlad.right_way where municipality_id = samlad.municipality()")
        .update();
    for (int i = 0; i < ways.size(); i++) {
      RightWay way = ways.get(i);
      db.sql("""
              insert into samlad.right_way (municipality_id, ordinal, text_sv, text_en, phone, link)
              values (samlad.municipality(), :ordinal, :sv, :en, :phone, :link)
              """)
          .param("ordinal", i + 1)
          .param("sv", way.sv())
          .param("en", way.en())
          .param("phone", way.phone())
          .param("link", way.link())
          .update();
    }
    audit.record("right_way.replace", "right_way", null, Map.of("ways", ways.size()));
  }

  /** The number of the police is the same in all of Sweden; the others are each municipality's own. */
  private List<RightWay> shipped() {
    return List.of(
        shipped("reporting.right.crime", POLICE),
        shipped("reporting.right.child", ""),
        shipped("reporting.right.fault", ""));
  }

  private RightWay shipped(String key, String phone) {
    return new RightWay(
        messages.getMessage(key, null, SWEDISH),
        messages.getMessage(key, null, Locale.ENGLISH),
        phone,
        "");
  }
}
