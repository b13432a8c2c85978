package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import licencehub.hub.access.AccessTable;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Operation;
import licencehub.hub.access.Role;
import licencehub.schemas.Contracts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every operation with every role and with none. */
class AccessTest {
  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void each_role_gets_in_exactly_where_the_table_says(Operation operation) {
    for (Role role : Role.values()) {
      Caller caller = new Caller("walker", role, hub.alpha.organisation().code());
      int status = status(hub.as(caller), operation);
      if (AccessTable.allows(operation, role)) {
        assertThat(status).as(role + " asks " + operation).isNotIn(401, 403);
      } else {
        assertThat(status)
            .as(role + " asks " + operation)
            .isEqualTo(role == Role.PUBLIC ? 401 : 403);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void without_a_token_only_what_is_public_answers(Operation operation) {
    int status = status(hub.client(), operation);
    if (AccessTable.roles(operation).contains(Role.PUBLIC)) {
      assertThat(status).isNotIn(401, 403);
    } else {
      assertThat(status).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void a_worthless_token_gets_in_nowhere(Operation operation) {
    assertThat(status(hub.client().with("x.y.z"), operation)).isEqualTo(401);
  }

  @Test
  void an_expired_token_is_nobodys() {
    Instant then = Instant.now().minus(RunningEdge.LIFETIME).minus(Duration.ofSeconds(1));
    String token = hub.tokens.issue(new Caller("late", Role.OPERATOR, null), then);
    EdgeClient.Reply reply = hub.client().with(token).get("/api/v1/sources");
    assertThat(reply.problem()).isEqualTo("caller-unknown");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void another_scheme_than_bearer_is_nobodys() {
    assertThat(hub.client().get("/health", "Authorization", "Basic eDp5").status()).isEqualTo(401);
  }

  @Test
  void every_operation_stands_in_the_table() {
    for (Operation operation : Operation.values()) {
      assertThat(AccessTable.roles(operation)).as(operation.id()).isNotEmpty();
    }
  }

  @Test
  void the_openapi_document_and_the_server_know_the_same_operations() {
    Conformance api = new Conformance(Contracts.openApi());
    List<String> documented = new ArrayList<>();
    api.api()
        .path("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, it) -> {
                      if (it.has("operationId")) {
                        documented.add(
                            method + ' ' + path + ' ' + it.required("operationId").asString());
                      }
                    }));
    List<String> served = new ArrayList<>();
    for (Operation it : Operation.values()) {
      served.add(it.method().toLowerCase(java.util.Locale.ROOT) + ' ' + it.path() + ' ' + it.id());
    }
    assertThat(served).containsExactlyInAnyOrderElementsOf(documented);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void the_openapi_document_names_the_roles_of_the_table(Operation operation) {
    Set<String> documented = new TreeSet<>();
    new Conformance(Contracts.openApi())
        .operation(operation)
        .path("x-roles")
        .forEach(it -> documented.add(it.asString()));
    Set<String> table = new TreeSet<>();
    AccessTable.roles(operation).forEach(it -> table.add(it.wire()));
    assertThat(documented).isEqualTo(table);
  }

  /**
   * The status of a request that is let in or not before anything of it is looked at. A public case
   * look-up is always refused for its password, which is not the table's doing.
   */
  private static int status(EdgeClient client, Operation operation) {
    String path =
        operation
            .path()
            .replace("{source}", "alpha-front")
            .replace("{level}", "0")
            .replace("{index}", "000")
            .replaceAll("\\{[a-zA-Z]+\\}", "7");
    EdgeClient.Reply reply = client.send(operation.method(), path, new byte[0]);
    boolean password = reply.text().contains("query-password-wrong");
    return password ? 404 : reply.status();
  }
}
