package dev.empathy.chatbot.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium without a window: the one that the machine has. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  // Held, as the logging framework would forget it: it tells at length of debugging protocols.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it, or skips the test with a clear word. */
  static Browser start() {
    Path browser = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (browser == null || !Files.isExecutable(DRIVER)) {
      String word =
          "THE PAGE IS NOT TESTED: install chromium and chromedriver ("
              + BROWSERS
              + " and "
              + DRIVER
              + ")";
      System.err.println(word);
      Assumptions.abort(word);
    }
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--hide-scrollbars");
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Waits until a script says something other than false or null. */
  Object until(String script) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Object said = run(script);
    while (said == null || Boolean.FALSE.equals(said)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + script);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      said = run(script);
    }
    return said;
  }

  Object run(String script) {
    return driver.executeScript("return " + script);
  }

  /** The size of what is shown, with the colours that somebody prefers. */
  void show(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** For people to look at: {@code target/screens}. */
  void screenshot(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/screens"));
    Files.copy(
        driver.getScreenshotAs(OutputType.FILE).toPath(),
        folder.resolve(name + ".png"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** What the console complains of. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
