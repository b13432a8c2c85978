package licencehub.connectors.httppull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.intake.Fuse;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Reads records a department offers page by page over HTTP. */
public final class HttpPullConnector implements Connector {
  private static final SettingsForm<PullSettings> FORM =
      SettingsForm.of(PullSettings.class, "http-pull.schema.json");

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("http-pull", Text.of("HTTP 拉取", "HTTP pull"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    PullSettings settings = settings(config);
    AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    probe.step(
        Text.of("解析", "resolve"),
        () -> InetAddress.getByName(settings.url().getHost()).getHostAddress());
    probe.step(
        Text.of("取第一页", "fetch the first page"),
        () -> {
          body.set(fetch(config, settings, new Addresses(settings).of("")));
          return body.get().length + " 字节 bytes";
        });
    probe.step(
        Text.of("找到记录", "find the records"),
        () -> {
          Page page = Page.read(body.get(), settings.items(), settings.next());
          return "%d 条记录，%s records, %s"
              .formatted(
                  page.items().size(),
                  page.next().isPresent() ? "有下一页" : "没有下一页",
                  page.next().isPresent() ? "there is a next page" : "no next page");
        });
  }

  @Override
  public List<Discovered> discover(SourceConfig config) {
    PullSettings settings = settings(config);
    List<String> names =
        fuse(config, () -> Page.names(fetch(config, settings, new Addresses(settings).of(""))));
    return List.of(new Discovered("page", settings.url().getPath(), names, -1));
  }

  @Override
  public List<RawRecord> sample(SourceConfig config, int limit) {
    PullSettings settings = settings(config);
    return fuse(
        config,
        () -> {
          List<RawRecord> records = new ArrayList<>();
          String cursor = "";
          for (int i = 0; i < limit && records.size() < limit; i++) {
            Page page =
                Page.read(
                    fetch(config, settings, new Addresses(settings).of(cursor)),
                    settings.items(),
                    settings.next());
            for (int item = 0; item < page.items().size(); item++) {
              records.addAll(config.dialect().split(page.piece(settings.url(), item)));
            }
            if (page.next().isEmpty()) {
              break;
            }
            cursor = page.next().get();
          }
          return records.stream().limit(limit).toList();
        });
  }

  @Override
  public BatchSource open(SourceConfig config, Positions positions) {
    return new PullSource(config, settings(config), positions);
  }

  private static PullSettings settings(SourceConfig config) {
    PullSettings settings = FORM.read(config.settings());
    boolean secret = settings.tokenFile() != null || settings.passwordFile() != null;
    if (secret && !settings.allowPlainHttp() && settings.url().getScheme().equals("http")) {
      throw MalformedValue.of(
          Text.of("地址 url", "url"),
          settings.url().toString(),
          Text.of(
              "不加密，不能发送凭据；请用 https，或设 allowPlainHttp: true",
              "is not encrypted, credentials are not sent; use https, or set allowPlainHttp: true"),
          "https://front.example.gov.cn/api/cases");
    }
    return settings;
  }

  private static byte[] fetch(SourceConfig config, PullSettings settings, URI address)
      throws IOException {
    try (PageClient client = new PageClient(settings, config.home())) {
      return client.fetch(address).orElseThrow();
    }
  }

  private static <T> T fuse(SourceConfig config, Fuse.Call<T> call) {
    return new Fuse(config.id().text()).call(call);
  }
}
