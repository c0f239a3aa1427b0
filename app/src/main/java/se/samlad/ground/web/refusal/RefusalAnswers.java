package se.samlad.ground.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;

/** From the house's refusals, and those of the framework, to a status and a sentence. What is absent and what is others' answer alike. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswers.class);

  private final RefusalWriter writer;

  RefusalAnswers(RefusalWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  Object invalid(InvalidInput invalid, HttpServletRequest request) {
    return writer.answer(
        request, HttpStatus.UNPROCESSABLE_CONTENT, "web.error.422", List.of(), invalid.problems());
  }

  @ExceptionHandler
  Object absent(NotFound absent, HttpServletRequest request) {
    return plain(request, HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler
  Object refused(Refused refused, HttpServletRequest request) {
    HttpStatus status = switch (refused.kind()) {
      case CONFLICT -> HttpStatus.CONFLICT;
      case CHANGED_MEANWHILE -> HttpStatus.PRECONDITION_FAILED;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
    };
    return writer.answer(request, status, refused.messageKey(), refused.arguments(), List.of());
  }

  /** An id in the path that is none names nothing; a parameter that cannot be read is named. */
  @ExceptionHandler
  Object mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
    if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return plain(request, HttpStatus.NOT_FOUND);
    }
    return field(request, mismatch.getName(), "web.error.parameter");
  }

  @ExceptionHandler
  Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
    return field(request, missing.getParameterName(), "web.error.missing");
  }

  @ExceptionHandler
  Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
    return plain(request, HttpStatus.BAD_REQUEST);
  }

  /** The container met bytes that are no UTF-8 while it read the fields; it does not say in which. */
  @ExceptionHandler
  Object notText(InvalidParameterException bytes, HttpServletRequest request) {
    return writer.answer(
        request,
        HttpStatus.BAD_REQUEST,
        "web.error.400",
        List.of(),
        List.of(InputProblem.of("", "web.error.unreadable.form")));
  }

  @ExceptionHandler
  Object tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
    return plain(request, HttpStatus.CONTENT_TOO_LARGE);
  }

  /** The reader left before the answer was written: nobody is there to be told, and nothing failed. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException left) {
    LOG.debug("the reader left", left);
  }

  /** A question that the database gave up on: told as such, for a shorter period may well be answered. */
  @ExceptionHandler
  Object tookTooLong(QueryTimeoutException slow, HttpServletRequest request) {
    LOG.warn(
        "{} {} took longer than a statement may", request.getMethod(), request.getRequestURI());
    return writer.answer(
        request, HttpStatus.SERVICE_UNAVAILABLE, "web.error.slow", List.of(), List.of());
  }

  /** Everything else: the framework's own refusals keep their status, the rest is our mistake and is logged. */
  @ExceptionHandler
  Object other(Exception failure, HttpServletRequest request) throws Exception {
    if (failure instanceof ErrorResponse response) {
      return plain(request, response.getStatusCode());
    }
    if (failure instanceof org.springframework.security.core.AuthenticationException
        || failure instanceof org.springframework.security.access.AccessDeniedException
        || failure instanceof CannotCreateTransactionException
        || failure instanceof CannotGetJdbcConnectionException) {
      throw failure; // answered by whoever guards the door: security, or the admission of requests
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    return plain(request, HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private Object field(HttpServletRequest request, String name, String sentence) {
    return writer.answer(
        request,
        HttpStatus.BAD_REQUEST,
        "web.error.400",
        List.of(),
        List.of(InputProblem.of(name, sentence, name)));
  }

  private Object plain(HttpServletRequest request, HttpStatusCode status) {
    return writer.answer(request, status, "web.error." + status.value(), List.of(), List.of());
  }
}
