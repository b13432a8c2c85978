package licencehub.hub.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.library.FacetAnswer;
import licencehub.library.FacetQuery;
import licencehub.library.FacetQuery.Dimension;
import licencehub.library.Indexing.Rebuild;
import licencehub.library.Indexing.State;
import licencehub.library.SearchIndex;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.sharing.ChinaTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The search index where there is one: how far it is, making it anew, counting by it. */
final class SearchEndpoints {
  private static final int ACCEPTED = 202;
  private static final int USUAL = 50;
  private static final int MOST = 1_000;
  private final @Nullable SearchIndex index;

  SearchEndpoints(@Nullable SearchIndex index) {
    this.index = index;
  }

  Answer state(Call call) {
    return index == null ? none() : Json.answer(json -> write(json, index.indexing().state()));
  }

  /** Begins to make it anew; the one there is answers meanwhile. */
  Answer rebuild(Call call) {
    if (index == null) {
      return none();
    }
    index.indexing().rebuild();
    return Json.answer(ACCEPTED, json -> write(json, index.indexing().state()));
  }

  /** Counts standing licences by what names nobody. */
  Answer count(Call call) {
    if (index == null) {
      return none();
    }
    LocalDate day = ChinaTime.dayOf(call.at());
    int most = (int) call.query("most", USUAL, 1, MOST);
    FacetAnswer answer = index.facets().count(new FacetQuery(only(call), by(call), day, most));
    return Json.answer(json -> write(json, answer));
  }

  private static Answer none() {
    return new Answer.Refusal(ProblemType.SEARCH_INDEX_MISSING);
  }

  private static Map<Dimension, String> only(Call call) {
    Map<Dimension, String> only = new EnumMap<>(Dimension.class);
    for (Dimension it : Dimension.values()) {
      call.query(it.wire()).ifPresent(value -> only.put(it, value));
    }
    return only;
  }

  private static List<Dimension> by(Call call) {
    Optional<String> named = call.query("by");
    return named.isEmpty()
        ? List.of(Dimension.values())
        : Arrays.stream(named.get().split(",", -1)).map(SearchEndpoints::dimension).toList();
  }

  private static Dimension dimension(String word) {
    return Arrays.stream(Dimension.values())
        .filter(it -> it.wire().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("参数 by", "parameter by"),
                    word,
                    Text.of(
                        "应为 type、issuer、region、status、month",
                        "must be of type, issuer, region, status, month"),
                    "type,region"));
  }

  private static void write(JsonGenerator json, State state) {
    json.writeStartObject();
    json.writeStringProperty("index", state.index());
    json.writeNumberProperty("position", state.position());
    json.writeNumberProperty("head", state.head());
    json.writeNumberProperty("behind", state.behind());
    Rebuild rebuild = state.rebuild();
    if (rebuild != null) {
      json.writeObjectPropertyStart("rebuild");
      json.writeStringProperty("index", rebuild.index());
      json.writeNumberProperty("position", rebuild.position());
      json.writeEndObject();
    }
    if (state.trouble() != null) {
      json.writeStringProperty("trouble", state.trouble());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, FacetAnswer answer) {
    json.writeStartObject();
    json.writeNumberProperty("licences", answer.total());
    json.writeObjectPropertyStart("counts");
    for (Dimension it : Dimension.values()) {
      List<FacetAnswer.Count> counts = answer.counts().get(it);
      if (counts != null) {
        json.writeArrayPropertyStart(it.wire());
        for (FacetAnswer.Count count : counts) {
          json.writeStartObject();
          json.writeStringProperty("value", count.value());
          json.writeNumberProperty("licences", count.licences());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
