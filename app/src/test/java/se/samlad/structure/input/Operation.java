package se.samlad.structure.input;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Something one can do at an address, as the controllers declare it.
 *
 * @param fields names of its parameters and form fields, in order
 * @param open whether it reads whatever fields are sent, so that their names must be told by the test
 * @param body whether it reads a body of its own format
 */
record Operation(
    RequestMethod method,
    String pattern,
    List<String> fields,
    boolean open,
    boolean body,
    boolean multipart) {

  private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

  boolean changes() {
    return method != RequestMethod.GET;
  }

  boolean api() {
    return pattern.startsWith("/api/");
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }

  /** Every operation of the project's own controllers, ordered by address. */
  static List<Operation> all(RequestMappingHandlerMapping mapping) {
    List<Operation> all = new ArrayList<>();
    mapping.getHandlerMethods().forEach((info, handler) -> {
      if (handler.getBeanType().getName().startsWith("se.samlad.")) {
        for (String pattern : info.getPatternValues()) {
          for (RequestMethod method : methods(info)) {
            all.add(of(method, pattern, handler.getMethodParameters()));
          }
        }
      }
    });
    all.sort(Comparator.comparing(Operation::toString).thenComparing(Operation::body));
    return all.stream().distinct().toList();
  }

  private static Set<RequestMethod> methods(RequestMappingInfo info) {
    Set<RequestMethod> said = info.getMethodsCondition().getMethods();
    return said.isEmpty() ? Set.of(RequestMethod.GET) : said;
  }

  private static Operation of(RequestMethod method, String pattern, MethodParameter[] parameters) {
    Set<String> fields = new TreeSet<>();
    boolean open = false;
    boolean body = false;
    boolean multipart = false;
    for (MethodParameter parameter : parameters) {
      parameter.initParameterNameDiscovery(NAMES);
      Class<?> type = parameter.getParameterType();
      RequestParam request = parameter.getParameterAnnotation(RequestParam.class);
      if (Map.class.isAssignableFrom(type) && request != null) {
        open = true;
      } else if (MultiValueMap.class.isAssignableFrom(type) && request != null) {
        open = true;
      } else if (request != null) {
        multipart |= type == MultipartFile.class;
        fields.add(
            request.name().isEmpty()
                ? String.valueOf(parameter.getParameterName())
                : request.name());
      } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
        body = true;
      } else if (type.isRecord() && type.getName().startsWith("se.samlad.")) {
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .forEach(fields::add);
      }
    }
    return new Operation(method, pattern, List.copyOf(fields), open, body, multipart);
  }
}
