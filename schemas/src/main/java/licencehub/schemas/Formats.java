package licencehub.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.MessageSourceError;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatValidator;
import com.networknt.schema.path.NodePath;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.code.UseCode;
import tools.jackson.databind.JsonNode;

/** The formats of the contracts, checked by the same parsers that later make the typed values. */
final class Formats {
  private static final String SOURCES = "/sources/";

  private Formats() {}

  static List<Format> all() {
    return List.of(
        new ParsedFormat("case-number", true, CaseNumber::new),
        new ParsedFormat("credit-code", true, CreditCode::new),
        new ParsedFormat("date", false, Moments::date),
        new ParsedFormat("date-time", false, Moments::time),
        new ParsedFormat("duration", false, Formats::duration),
        new ParsedFormat("item-code", true, ItemCode::new),
        new ParsedFormat("licence-identifier", true, LicenceIdentifier::parseInbound),
        new ParsedFormat("licence-type-code", true, LicenceTypeCode::strict),
        new ParsedFormat("region-code", true, RegionCode::new),
        new ParsedFormat("source-id", true, SourceId::new),
        new ParsedFormat("source-path", true, Formats::source),
        new ParsedFormat("use-code", true, UseCode::new));
  }

  static SourceId source(String path) {
    if (!path.startsWith(SOURCES)) {
      throw MalformedValue.of(
          Text.of("来源", "source"),
          path,
          Text.of("应以 /sources/ 开头", "must start with /sources/"),
          "/sources/sz-market-front");
    }
    return new SourceId(path.substring(SOURCES.length()));
  }

  /** The parser's own sentence, where one of these formats found the fault. */
  static Optional<Text> said(Error error) {
    Object[] arguments = error.getArguments();
    return arguments != null && arguments.length == 2 && arguments[1] instanceof Text text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Whether the fault lies in an identifier or code rather than in a plain value. */
  static boolean isCode(Error error) {
    return said(error).isPresent() && Boolean.TRUE.equals(error.getArguments()[0]);
  }

  private static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // falls through to the one message
    }
    throw MalformedValue.of(
        Text.of("时长", "duration"),
        text,
        Text.of("应为 ISO 8601 时长", "must be an ISO 8601 duration"),
        "PT1H");
  }

  /** A format that reads the value and lets the parser say what is wrong. */
  private record ParsedFormat(String name, boolean code, Consumer<String> parser)
      implements Format {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public void validate(
        ExecutionContext execution,
        SchemaContext schema,
        JsonNode node,
        JsonNode root,
        NodePath path,
        boolean assertions,
        Supplier<MessageSourceError.Builder> message,
        FormatValidator validator) {
      if (!node.isString()) {
        return;
      }
      try {
        parser.accept(node.asString());
      } catch (MalformedValue e) {
        execution.addError(message.get().arguments(code, e.text()).build());
      }
    }
  }
}
