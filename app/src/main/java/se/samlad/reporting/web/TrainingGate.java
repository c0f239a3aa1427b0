package se.samlad.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.reporting.Training;

/** Leads who may not report yet to the course, and tells who is soon to take it again. Sending is refused by {@link Training} itself. */
@Component
class TrainingGate implements HandlerInterceptor, WebMvcConfigurer {

  private final Training training;

  TrainingGate(Training training) {
    this.training = training;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/rapportera");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!request.getMethod().equals("GET")
        || SignedIn.find().isEmpty()
        || CurrentActor.find().isEmpty()
        || training.standing().state().opens()) {
      return true;
    }
    response.sendRedirect("/rapportera/utbildning");
    return false;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page != null
        && request.getMethod().equals("GET")
        && CurrentActor.find().isPresent()
        && training.standing().state() == Training.State.DUE) {
      page.addObject("trainingStops", training.standing().stopsAt());
    }
  }
}
