package se.samlad.reporting.jdbc;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.reporting.Receipt;
import se.samlad.reporting.SentReports.SentHead;

/** Reads what the acting member has sent, a page at a time. */
@Repository
public class SentStore {

  private final JdbcClient db;

  SentStore(JdbcClient db) {
    this.db = db;
  }

  /** Newest first, those after the given one of their own; none when it is not theirs. */
  public List<SentHead> page(int limit, @Nullable UUID after) {
    return db.sql("""
            select r.report_id, r.received_at, r.version,
                   case when r.withdrawn_at is not null then 'WITHDRAWN'
                        when exists (select 1 from samlad.report_event p
                                      where p.municipality_id = r.municipality_id and p.report_id = r.report_id and p.kind = 'PROPOSED'
                                        and not exists (select 1 from samlad.report_event a
                                                         where a.municipality_id = p.municipality_id and a.report_id = p.report_id
                                                           and a.version = p.version
                                                           and a.kind in ('PROPOSAL_ACCEPTED', 'PROPOSAL_REFUSED'))) then 'PROPOSED'
                        else 'RECEIVED' end as status
              from samlad.report r
             where r.municipality_id = samlad.municipality()
               and r.member_id = samlad.user_id()
               and (cast(:after as uuid) is null
                    or (r.received_at, r.report_id) < (select b.received_at, b.report_id
                                                         from samlad.report b
                                                        where b.municipality_id = samlad.municipality()
                                                          and b.member_id = samlad.user_id()
                                                          and b.report_id = :after))
             order by r.received_at desc, r.report_id desc
             limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> new SentHead(
            row.getObject("report_id", UUID.class),
            row.getTimestamp("received_at").toInstant(),
            Receipt.Status.valueOf(row.getString("status")),
            row.getInt("version")))
        .list();
  }
}
