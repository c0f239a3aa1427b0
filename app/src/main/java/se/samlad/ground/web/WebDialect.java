package se.samlad.ground.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives every template {@code #samlad} ({@link Formats}), {@code #frame} ({@link FrameModel}) and {@code #fieldErrors}, made when first asked for. */
@Component
class WebDialect extends AbstractDialect implements IExpressionObjectDialect {

  private static final String FORMATS = "samlad";
  private static final String FRAME = "frame";
  private static final String FIELD_ERRORS = "fieldErrors";

  private final Frames frames;

  WebDialect(Frames frames) {
    super("Samlad");
    this.frames = frames;
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return new IExpressionObjectFactory() {
      @Override
      public Set<String> getAllExpressionObjectNames() {
        return Set.of(FORMATS, FRAME, FIELD_ERRORS);
      }

      @Override
      public @Nullable Object buildObject(IExpressionContext context, String name) {
        return switch (name) {
          case FORMATS -> Formats.in(context.getLocale());
          case FRAME -> frames.model();
          case FIELD_ERRORS -> new FieldErrors();
          default -> null;
        };
      }

      @Override
      public boolean isCacheable(String name) {
        return true;
      }
    };
  }
}
