package licencehub.hub.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the sharing services as they are practised (GB/T 36906-2018), written from their
 * description alone: one POST for each service, who calls in the head, what is wanted in the data.
 *
 * @param service where the services are: {@code http://…/share/v1}
 */
record OldClient(String service, String accessId, String accessToken) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** An answer: status and message of the head, and the data. */
  record Reply(int status, String message, JsonNode data) {
    /** Of a verification. */
    int result() {
      return Integer.parseInt(data.required("result").asString());
    }
  }

  Reply queryCert(String holderCode, String holderTypeCode, String useCause) {
    return call(
        "queryCert",
        Map.of("holderCode", holderCode, "holderTypeCode", holderTypeCode, "useCause", useCause));
  }

  Reply queryCertInfo(String certIdentifier, String useCause) {
    return call("queryCertInfo", Map.of("certIdentifier", certIdentifier, "useCause", useCause));
  }

  Reply downloadFile(String fileType, String certificateIdentifier, String certificateCopyCause) {
    return call(
        "downloadFile",
        Map.of(
            "fileType",
            fileType,
            "certificateIdentifier",
            certificateIdentifier,
            "certificateCopyCause",
            certificateCopyCause));
  }

  Reply verifyCertInfo(String certTypeCode, Object certData, String useCause) {
    return call(
        "verifyCertInfo",
        Map.of("certTypeCode", certTypeCode, "certData", certData, "useCause", useCause));
  }

  Reply verifyFile(String certTypeCode, String content, String useCause) {
    return call(
        "verifyFile",
        Map.of(
            "certTypeCode",
            certTypeCode,
            "contentType",
            "base64",
            "content",
            content,
            "useCause",
            useCause));
  }

  /** Any service, with any data. */
  Reply call(String name, Map<String, Object> data) {
    Map<String, Object> head =
        new TreeMap<>(Map.of("accessId", accessId, "accessToken", accessToken));
    byte[] body = JSON.writeValueAsBytes(Map.of("head", head, "data", data));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + "/" + name))
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      var response = HTTP.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("HTTP " + response.statusCode());
      }
      JsonNode reply = JSON.readTree(response.body());
      JsonNode answer = reply.required("head");
      return new Reply(
          Integer.parseInt(answer.required("status").asString()),
          answer.required("message").asString(),
          reply.required("data"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
