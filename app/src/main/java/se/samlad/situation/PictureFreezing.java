package se.samlad.situation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.situation.SituationPicture.Signature;
import se.samlad.situation.jdbc.FrozenStore;
import se.samlad.situation.jdbc.PictureStore;

/** What signing and sharing keep: drafts that nobody rewrote become text, figures become rows. Runs in the caller's transaction. */
@Component
class PictureFreezing {

  private final PictureStore store;
  private final FrozenStore frozen;
  private final DraftSentences drafts;
  private final Members members;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  PictureFreezing(
      PictureStore store,
      FrozenStore frozen,
      DraftSentences drafts,
      Members members,
      Audit audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.frozen = frozen;
    this.drafts = drafts;
    this.members = members;
    this.audit = audit;
    this.events = events;
  }

  void sign(SituationPicture picture, PictureFigures figures, Instant at) {
    for (PictureBlock block : picture.blocks()) {
      if (block.text() == null) {
        store.write(picture.id(), withText(block, figures), block.revision(), at);
      }
    }
    UUID member = CurrentActor.get().requireUser();
    String name = members
        .find(member)
        .map(Member::displayName)
        .orElseThrow(() -> new NotFound("member " + member));
    frozen.add(picture.id(), FrozenStore.For.GROUP, figures);
    store.sign(picture.id(), new Signature(member, name, at));
    audit.record(
        "picture.sign",
        "situation_picture",
        picture.id(),
        Map.of("version", picture.version(), "method", figures.method()));
    events.publishEvent(new SituationPictureSigned(
        CurrentActor.get().municipality().value(),
        picture.id(),
        picture.group(),
        picture.covered().first(),
        picture.covered().last()));
  }

  /** Keeps the figures as leadership may see them. */
  void share(SituationPicture picture) {
    PictureFigures figures = frozen
        .find(picture.id())
        .orElseThrow(
            () -> new IllegalStateException("picture " + picture.id() + " has no figures"));
    frozen.add(picture.id(), FrozenStore.For.LEADERSHIP, LeadershipView.of(figures));
  }

  private PictureBlock withText(PictureBlock block, PictureFigures figures) {
    return new PictureBlock(
        block.kind(),
        block.ordinal(),
        block.heading(),
        block.section(),
        drafts.text(block.kind(), figures),
        block.proposals(),
        block.done(),
        block.revision(),
        block.savedAt());
  }
}
