package se.samlad.situation.api;

import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.WholeNumber;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;

/** {@code GET /api/v1/situation-pictures}: the pictures the token's principal may read, newest period first; one with blocks and figures. */
@RestController
@RequiresScope(Scope.SITUATION_PICTURES_READ)
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.LEADERSHIP})
@RequestMapping(path = "/api/v1/situation-pictures", produces = MediaType.APPLICATION_JSON_VALUE)
class PictureApi {

  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int LAST = 1_000_000;

  private final SituationPictures pictures;

  PictureApi(SituationPictures pictures) {
    this.pictures = pictures;
  }

  @GetMapping
  PictureAnswer.Items list(
      @RequestParam(name = "limit", defaultValue = "" + USUAL) String limit,
      @RequestParam(name = "offset", defaultValue = "0") String offset) {
    int rows = WholeNumber.within("limit", limit, 1, MOST);
    int from = WholeNumber.within("offset", offset, 0, LAST);
    List<SituationPicture> found = pictures.list(rows + 1, from);
    return new PictureAnswer.Items(
        found.stream().limit(rows).map(PictureAnswer::brief).toList(),
        found.size() > rows
            ? "/api/v1/situation-pictures?limit=" + rows + "&offset=" + (from + rows)
            : null);
  }

  @GetMapping("/{picture}")
  ResponseEntity<PictureAnswer> show(@PathVariable("picture") UUID id) {
    SituationPicture picture = pictures.get(id);
    PictureAnswer answer = PictureAnswer.full(picture, pictures.figures(picture));
    ResponseEntity.BodyBuilder made =
        ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
    return (picture.state().locked()
            ? made.eTag(picture.id() + "-" + picture.state().name().charAt(0))
            : made)
        .body(answer);
  }
}
