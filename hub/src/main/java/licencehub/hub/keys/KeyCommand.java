package licencehub.hub.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.library.DataKey;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.model.Unavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keys from a programme that asks a key service. It gets {@code {"protocol":"licencehub-keys/v1"}}
 * on its standard input and answers {@code {"data":[{"id":1,"key":"<base64>"}],"index":[…]}}, each
 * key of 32 bytes, within half a minute. What it says is never repeated: it is secret.
 */
public record KeyCommand(List<String> command) implements KeySource {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] REQUEST = "{\"protocol\":\"licencehub-keys/v1\"}\n".getBytes(UTF_8);
  private static final int SECONDS = 30;
  private static final int MOST_BYTES = 64 << 10;

  public KeyCommand {
    command = List.copyOf(command);
  }

  @Override
  public HeldKeys load() {
    try {
      JsonNode answer = JSON.readTree(run());
      List<DataKey> data = new ArrayList<>();
      for (JsonNode it : answer.path("data")) {
        data.add(new DataKey(it.path("id").asInt(0), secret(it)));
      }
      List<IndexKey> index = new ArrayList<>();
      for (JsonNode it : answer.path("index")) {
        index.add(new IndexKey(it.path("id").asInt(0), secret(it)));
      }
      return new HeldKeys(data, index);
    } catch (JacksonException | IllegalArgumentException e) {
      // without the cause: it may repeat what was said
      throw fault("回答不是所约定的 JSON its answer is not the JSON agreed on");
    }
  }

  @Override
  public String origin() {
    return name();
  }

  @Override
  public boolean isOwn() {
    return false;
  }

  @Override
  public void renew(Set<KeyKind> kinds) {
    // New keys are made in the key service; whoever asked looks at its answer next.
  }

  @Override
  public void retire(KeyKind kind, int number) {
    // As above.
  }

  private byte[] run() {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        return answer(process);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new Unavailable(name(), "不能运行 cannot be run: " + e.getMessage(), e);
    }
  }

  private byte[] answer(Process process) throws IOException {
    CompletableFuture<byte[]> said =
        CompletableFuture.supplyAsync(
            () -> read(process), it -> Thread.ofVirtual().name("key-command").start(it));
    try {
      ask(process);
      byte[] answer = said.get(SECONDS, TimeUnit.SECONDS);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw fault("退出码 exit code " + (process.isAlive() ? "-" : process.exitValue()));
      }
      if (answer.length > MOST_BYTES) {
        throw fault("回答过长 it says too much");
      }
      return answer;
    } catch (TimeoutException e) {
      throw fault(SECONDS + " 秒内没有回答 it did not answer in " + SECONDS + " s");
    } catch (ExecutionException e) {
      throw new Unavailable(name(), "读不到回答 its answer cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(name(), "interrupted", e);
    }
  }

  private static void ask(Process process) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(REQUEST);
    } catch (IOException e) {
      // It did not wait for the question; what it answers, or how it ended, tells.
    }
  }

  private static byte[] read(Process process) {
    try (InputStream out = process.getInputStream()) {
      return out.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] secret(JsonNode key) {
    return Base64.getDecoder().decode(key.path("key").asString(""));
  }

  private String name() {
    return "keys.command " + command.getFirst();
  }

  private Unavailable fault(String why) {
    return new Unavailable(name(), why);
  }
}
