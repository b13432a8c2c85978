package licencehub.library.elasticsearch;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.GetAliasResponse;
import co.elastic.clients.json.JsonData;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import licencehub.library.SearchSettings;

/**
 * The indexes of one hub: the one behind the alias answers, another one is being made. A name never
 * comes twice.
 */
final class Generations {
  /** Grows when the mapping or the words change: an index of another form is made anew. */
  private static final int FORM = 1;

  private static final String FORM_NOTE = "form";
  private static final String KEY_NOTE = "indexKey";
  private final Cluster cluster;
  private final String alias;
  private final int shards;

  Generations(Cluster cluster, SearchSettings settings) {
    this.cluster = cluster;
    this.alias = settings.prefix() + "-licences";
    this.shards = settings.shards();
  }

  /** The one that answers. */
  Optional<Generation> live() {
    boolean is = cluster.ask(it -> it.indices().existsAlias(ask -> ask.name(alias))).value();
    if (!is) {
      return Optional.empty();
    }
    GetAliasResponse named = cluster.ask(it -> it.indices().getAlias(ask -> ask.name(alias)));
    return named.result().keySet().stream().flatMap(it -> read(it).stream()).findFirst();
  }

  /** Whether there is one that does not answer yet. */
  boolean isOneBegun() {
    String live = live().map(Generation::index).orElse("");
    return names().stream().anyMatch(it -> !it.equals(live));
  }

  /** One that was begun with this key and does not answer yet, or a new one. */
  Generation next(int key) {
    String live = live().map(Generation::index).orElse("");
    int newest = 0;
    for (String name : names()) {
      Optional<Generation> begun = read(name);
      if (begun.isPresent() && begun.get().key() == key && !name.equals(live)) {
        return begun.get();
      }
      newest = Math.max(newest, number(name));
    }
    return make(alias + "-" + (newest + 1), key);
  }

  /** Lets this one answer from now on. */
  void switchTo(Generation next) {
    cluster.ask(
        it ->
            it.indices()
                .updateAliases(
                    all ->
                        all.actions(
                                one ->
                                    one.remove(
                                        a -> a.index(alias + "-*").alias(alias).mustExist(false)))
                            .actions(one -> one.add(a -> a.index(next.index()).alias(alias)))));
  }

  /** Removes what does not answer any more. */
  void removeAllBut(Generation live) {
    List<String> others = new ArrayList<>(names());
    others.remove(live.index());
    others.forEach(
        name ->
            cluster.ask(it -> it.indices().delete(one -> one.index(name).ignoreUnavailable(true))));
  }

  private List<String> names() {
    return cluster
        .ask(it -> it.indices().get(all -> all.index(alias + "-*").allowNoIndices(true)))
        .result()
        .keySet()
        .stream()
        .sorted()
        .toList();
  }

  private Optional<Generation> read(String name) {
    Map<String, JsonData> notes =
        Objects.requireNonNull(
                cluster
                    .ask(it -> it.indices().getMapping(one -> one.index(name)))
                    .result()
                    .get(name))
            .mappings()
            .meta();
    return note(notes, FORM_NOTE) == FORM
        ? Optional.of(new Generation(cluster, name, note(notes, KEY_NOTE)))
        : Optional.empty();
  }

  /** Zero where somebody else made the index. */
  private static int note(Map<String, JsonData> notes, String name) {
    JsonData note = notes.get(name);
    return note == null ? 0 : note.to(Integer.class);
  }

  private Generation make(String name, int key) {
    TypeMapping mapping =
        TypeMapping.of(
            it ->
                it.withJson(mapping())
                    .meta(KEY_NOTE, JsonData.of(key))
                    .meta(FORM_NOTE, JsonData.of(FORM)));
    cluster.ask(
        it ->
            it.indices()
                .create(
                    one ->
                        one.index(name)
                            .mappings(mapping)
                            .settings(
                                s ->
                                    s.numberOfShards(Integer.toString(shards))
                                        .autoExpandReplicas("0-1")
                                        .refreshInterval(never -> never.time("-1")))));
    return new Generation(cluster, name, key);
  }

  private static InputStream mapping() {
    return Objects.requireNonNull(
        Generations.class.getResourceAsStream("/licencehub/library/elasticsearch/licences.json"));
  }

  private int number(String name) {
    String tail = name.substring(alias.length() + 1);
    return tail.matches("[0-9]{1,9}") ? Integer.parseInt(tail) : 0;
  }
}
