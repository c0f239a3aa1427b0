package se.samlad.demo.work;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.situation.BlockKind;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;

/**
 * The lägesbilder of the EST group: last week's is signed, this week's waits for two blocks. Reporters have been told of eight weeks. Runs
 * as the coordinator.
 */
@Component
class PastPictures {

  private static final Set<BlockKind> LEFT = Set.of(BlockKind.BRIEF, BlockKind.AHEAD);

  /** Weeks before last week's whose reporters were told. Their pictures are not drawn anew: each would cost the first start a second. */
  private static final int EARLIER = 7;

  /** Each Tuesday those who had reported of the week before were told, except of what came in or was passed later. */
  private static final String TOLD = """
      insert into samlad.feedback_told (municipality_id, told_id, report_id, ordinal, member_id, organisation_id, kind, subject, period, told_at)
      select r.municipality_id, gen_random_uuid(), r.report_id, s.ordinal, r.member_id, r.organisation_id, 'IN_PICTURE',
             :group || '/' || :period, :period, :told
        from samlad.incident_source s
        join samlad.report r on r.municipality_id = s.municipality_id and r.report_id = s.report_id
       where s.week = :covered and s.state = 'PASSED' and s.reach >= 1 and s.passed_at < :told and r.received_at < :told
             and r.withdrawn_at is null
      """;

  private final SituationPictures pictures;
  private final Tenancy tenancy;
  private final JdbcClient db;

  PastPictures(SituationPictures pictures, Tenancy tenancy, JdbcClient db) {
    this.pictures = pictures;
    this.tenancy = tenancy;
    this.db = db;
  }

  void draw(UUID group, IsoWeek last, Instant now) {
    for (int ago = EARLIER; ago > 0; ago--) {
      tell(group, last.plus(-ago), now);
    }
    tell(group, last, now);
    SituationPicture before = pictures.open(group, Period.of(last));
    before = write(
        before,
        BlockKind.BRIEF,
        "Samlingarna vid Torget och busstationen ökar för tredje veckan i rad, mest fredag och lördag kväll."
            + " I övrigt är läget som väntat.");
    before = write(
        before,
        BlockKind.AHEAD,
        "Fler kvällsresor inför helgen. Väktarna går extra rundor vid busstationen fredag och lördag.");
    for (BlockKind kind : BlockKind.values()) {
      if (!LEFT.contains(kind)) {
        pictures.tick(before.id(), kind, true);
      }
    }
    pictures.ready(before.id());
    pictures.sign(before.id());
    SituationPicture current = pictures.open(group, Period.of(last.plus(1)));
    for (BlockKind kind : BlockKind.values()) {
      if (!LEFT.contains(kind)) {
        pictures.tick(current.id(), kind, true);
      }
    }
  }

  /** The meeting of a week, on Tuesday, was about the week before. */
  private void tell(UUID group, IsoWeek meeting, Instant now) {
    Instant told =
        meeting.monday().plusDays(1).atTime(10, 15).atZone(IsoWeek.ZONE).toInstant();
    if (told.isAfter(now)) {
      return;
    }
    tenancy.as(
        Actor.system(CurrentActor.get().municipality()),
        () -> db.sql(TOLD)
            .param("group", group.toString())
            .param("period", meeting.slug())
            .param("covered", meeting.plus(-1).monday())
            .param("told", Timestamp.from(told))
            .update());
  }

  private SituationPicture write(SituationPicture picture, BlockKind kind, String text) {
    return pictures.write(picture.id(), kind, picture.block(kind).revision(), text, Map.of(), true);
  }
}
