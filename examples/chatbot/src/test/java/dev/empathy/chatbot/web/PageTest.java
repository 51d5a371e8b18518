package dev.empathy.chatbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.chatbot.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page in a real browser. */
@Timeout(180)
class PageTest {

  private static Browser browser;
  private static EmpathyServer server;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    Rubrics rubrics = new Rubrics(List.of(), ServerLimits.DEFAULT, SharedRubrics::engine);
    server = EmpathyServer.start("127.0.0.1", 0, rubrics, ServerLimits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() {
    browser.show(1280, 1000, false);
    browser.driver().get(server.uri().toString());
    browser.until("document.querySelectorAll('#bars li').length > 0");
  }

  @AfterEach
  void console_is_quiet() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static WebElement find(String id) {
    return browser.driver().findElement(By.id(id));
  }

  private static void write(String id, String text) {
    WebElement area = find(id);
    area.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    area.sendKeys(text);
  }

  private static void paste(String id, String text) {
    browser
        .driver()
        .executeScript(
            "const a = document.getElementById(arguments[0]); a.value = arguments[1];"
                + " a.dispatchEvent(new Event('input'));",
            id,
            text);
  }

  /** Waits until what is shown is about what stands there. */
  private static void settle() {
    browser.until(
        "page.assessed !== null && !page.busy && !page.again"
            + " && page.assessed.agent === document.getElementById('agent').value"
            + " && page.assessed.customer === document.getElementById('customer').value");
  }

  private static List<String> words(String id, String kind) {
    return marks(id, kind).stream().map(String::valueOf).toList();
  }

  private static List<?> marks(String id, String kind) {
    return (List<?>)
        browser.run(
            "[...document.querySelectorAll('#"
                + id
                + "-marks mark."
                + kind
                + "')].map(mark => mark.textContent)");
  }

  @Test
  void typing_underlines_the_right_words_in_both() throws Exception {
    write("customer", Samples.CUSTOMER);
    write("agent", "Calm down, it ships on Thursday. I can see why that is annoying.");
    settle();
    // A character of two units before them all: the driver cannot type it, so it is pasted.
    paste("agent", "\uD83D\uDE15 Calm down, it ships on Thursday. I can see why that is annoying.");
    settle();
    assertThat(marks("agent", "warning")).asString().contains("Calm down");
    // Where two findings meet, the words are marked in several parts.
    assertThat(String.join("", words("agent", "strength"))).contains("I can see why");
    assertThat(marks("customer", "emotion")).asString().contains("annoying");
    assertThat(find("advice").getText()).isNotEmpty();
    assertThat(find("findings").getText()).contains("dismissiveness");
    browser.screenshot("typed");
  }

  @Test
  void marks_lie_under_the_words_that_are_seen() {
    paste("agent", "First line\n\nCalm down. " + "A long line goes on and on. ".repeat(20));
    settle();
    // The two layers break their lines alike when all of this is the same.
    Object same =
        browser.run(
            "['font','lineHeight','letterSpacing','paddingTop','paddingLeft','whiteSpace',"
                + "'overflowWrap','width','height','wordSpacing','tabSize'].filter(p =>"
                + " getComputedStyle(document.getElementById('agent'))[p] !=="
                + " getComputedStyle(document.getElementById('agent-marks'))[p])");
    assertThat((List<?>) same).isEmpty();
    assertThat(
            browser.run(
                "(a => a.scrollHeight <= a.clientHeight)(document.getElementById('agent'))"))
        .isEqualTo(true);
  }

  @Test
  void letters_typed_before_a_mark_move_it_along() {
    write("agent", "Calm down, it ships on Thursday.");
    settle();
    // At once, before any answer: nothing shows the underline at a wrong place.
    Object marked =
        browser.run(
            "(a => { a.value = 'Well. ' + a.value; a.dispatchEvent(new Event('input'));"
                + " return document.querySelector('#agent-marks mark.warning').textContent; })"
                + "(document.getElementById('agent'))");
    assertThat(marked).isEqualTo("Calm down");
    settle();
    assertThat(marks("agent", "warning")).asString().contains("Calm down");
  }

  @Test
  void score_bars_findings_and_repair_follow() {
    write("customer", Samples.CUSTOMER);
    write("agent", "As stated, it ships on Thursday. Calm down.");
    settle();
    assertThat(find("score").getAttribute("class")).contains("failed");
    assertThat(find("repaired").isDisplayed()).isTrue();
    assertThat(find("repaired-text").getText()).doesNotContain("Calm down");
    find("use").click();
    settle();
    assertThat(find("score").getAttribute("class")).contains("passed");
    assertThat(find("repaired").isDisplayed()).isFalse();
    browser.until("document.getElementById('announcement').textContent.startsWith('Score ')");
  }

  @Test
  void a_pause_tells_the_smallest_change() {
    write("agent", "It ships on Thursday.");
    browser.until("!document.getElementById('change').hidden");
    assertThat(find("change").getText()).startsWith("Smallest change: add ");
  }

  @Test
  void hostile_text_stays_text() {
    write("customer", "<img src=x onerror=alert(1)> <script>alert(2)</script> I'm annoyed");
    write("agent", "<b>Calm down</b>");
    settle();
    assertThat(browser.run("document.querySelectorAll('main img, main script, main b').length"))
        .isEqualTo(0L);
    assertThat(marks("agent", "warning")).asString().contains("Calm down");
  }

  @Test
  void a_crisis_is_told_at_once() throws Exception {
    write("customer", Samples.CRISIS);
    settle();
    browser.screenshot("crisis");
    assertThat(find("emotions").getText()).contains("a person at once");
    assertThat(browser.run("document.querySelector('#findings .critical .sign').textContent"))
        .isEqualTo("!");
    assertThat(find("passed").getText()).isEqualTo("does not pass: 1 error");
  }

  @Test
  void detail_and_channel_are_chosen() {
    write("agent", "Calm down.");
    find("detail").sendKeys("codes");
    browser.until(
        "page.assessed.answer.reply && page.assessed.answer.reply.signals !== undefined"
            + " && !JSON.stringify(page.assessed.answer).includes('Calm')");
    assertThat(marks("agent", "warning")).isEmpty();
    find("detail").sendKeys("full");
    find("channel").sendKeys("chat");
    browser.until("page.assessed.answer.reply.receipt.facts.includes('channel')");
    assertThat(find("json").getDomProperty("textContent")).contains("\"channel\"");
  }

  @Test
  void broken_rubric_shows_its_lints_and_the_last_sound_one_stays() throws Exception {
    find("rubric").sendKeys("(your own)");
    browser.until("document.getElementById('lint-summary').textContent === 'sound, in use'");
    write("agent", "Our delivery fairies were asleep.");
    browser.until(
        "page.assessed.answer.reply && page.assessed.answer.reply.rubric.id === 'acme-support'");
    settle();
    assertThat(find("findings").getText()).contains("cute-excuse");

    paste("yaml", find("yaml").getDomProperty("value") + "    abot: Excuses.\n");
    browser.until("document.querySelectorAll('#lints .error').length > 0");
    assertThat(find("lints").getText()).contains("abot", "did you mean about?");
    assertThat(find("lint-summary").getText()).contains("the last sound rubric stays in use");
    browser.screenshot("lints");
    write("agent", "Our delivery fairies were asleep again.");
    settle();
    assertThat(find("findings").getText()).contains("cute-excuse");
    // A click on it goes to the place.
    browser.driver().findElement(By.cssSelector("#lints button")).click();
    assertThat(
            (String)
                browser.run(
                    "(y => y.value.slice(y.selectionStart, y.selectionEnd))"
                        + "(document.getElementById('yaml'))"))
        .isEqualTo("abot");
  }

  @Test
  void rubrics_are_checked_one_at_a_time_and_the_newest_last() {
    browser.run(
        "(window.checks = [], window.open = 0, window.most = 0, window.was = fetch,"
            + " window.fetch = async (path, options) => {"
            + " if (path !== 'lint') { return was(path, options); }"
            + " checks.push(JSON.parse(options.body).yaml); most = Math.max(most, ++open);"
            + " try { return await was(path, options); } finally { open--; } }, true)");
    browser.run(
        "(['empathy: 1', 'empathy: 2', 'empathy: 3'].forEach(yaml => {"
            + " document.getElementById('yaml').value = yaml; lint(); }), true)");
    browser.until("!page.checking");
    assertThat(browser.run("most")).isEqualTo(1L);
    assertThat(browser.run("checks")).isEqualTo(List.of("empathy: 1", "empathy: 3"));
  }

  @Test
  void keyboard_alone_is_enough() {
    WebElement body = browser.driver().findElement(By.tagName("body"));
    body.click();
    browser.run(
        "(window.seen = [], addEventListener('focusin',"
            + " e => seen.push(e.target.id || e.target.tagName)), true)");
    new Actions(browser.driver()).sendKeys(Keys.TAB.toString().repeat(40)).perform();
    assertThat((String) browser.run("seen.join(' ')"))
        .contains("example rubric channel detail customer agent")
        .contains("BUTTON")
        .contains("SUMMARY");
    // A finding that has the focus lights its words; Enter goes to them.
    write("agent", "Calm down.  It ships on Thursday. ");
    settle();
    WebElement finding =
        browser.driver().findElement(By.xpath("//button[contains(., 'dismissiveness')]"));
    browser.driver().executeScript("arguments[0].focus()", finding);
    assertThat(marks("agent", "lit")).asString().contains("Calm down");
    finding.sendKeys(Keys.ENTER);
    assertThat(browser.run("getSelection().toString()")).asString().contains("Calm down");
    // The editor of rubrics takes the tab key, and lets go of the keyboard.
    find("rubric").sendKeys("(your own)");
    find("yaml").sendKeys(Keys.TAB);
    assertThat(browser.run("document.activeElement.id")).isEqualTo("yaml");
    find("yaml").sendKeys(Keys.ESCAPE);
    assertThat(browser.run("document.activeElement.tagName")).isEqualTo("SUMMARY");
    browser.until("document.querySelectorAll('#lints .error').length === 0");
  }

  @Test
  void everything_has_a_name() {
    Object nameless =
        browser.run(
            "[...document.querySelectorAll('button, select, textarea')].filter(e =>"
                + " !(e.labels && e.labels.length) && !e.getAttribute('aria-label')"
                + " && !e.textContent.trim()).map(e => e.outerHTML)");
    assertThat((List<?>) nameless).isEmpty();
  }

  @Test
  void narrow_window_needs_no_scrolling_sideways() throws Exception {
    for (int width : new int[] {320, 390, 768}) {
      browser.show(width, 1400, false);
      browser.run("document.getElementById('editor').open = true");
      assertThat(browser.run("document.documentElement.scrollWidth"))
          .as("at %s", width)
          .isEqualTo((long) width);
      browser.run("document.getElementById('editor').open = false");
      browser.screenshot("narrow-" + width);
    }
  }

  @Test
  void light_and_dark_can_be_read() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      browser.show(1280, 1000, dark);
      browser.screenshot(dark ? "dark" : "light");
      // WCAG 2 AA: 4.5 to 1, of the words on what lies behind them.
      for (String at :
          List.of("h1", ".brand p", ".title", ".note", "#passed", ".why", "footer p")) {
        double contrast = ((Number) browser.run(CONTRAST.formatted(at))).doubleValue();
        assertThat(contrast).as("%s, dark %s", at, dark).isGreaterThanOrEqualTo(4.5);
      }
    }
    browser.show(390, 1400, true);
    browser.screenshot("narrow-dark");
  }

  private static final String CONTRAST =
      """
      (e => {
        const rgb = (c) => c.match(/[0-9.]+/g).map(Number);
        const light = (c) => { const f = (v) => (v /= 255) <= 0.03928 ? v / 12.92
          : ((v + 0.055) / 1.055) ** 2.4; const [r, g, b] = rgb(c);
          return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
        let behind = e;
        while (behind && (rgb(getComputedStyle(behind).backgroundColor)[3] === 0)) {
          behind = behind.parentElement;
        }
        const a = light(getComputedStyle(e).color);
        const b = light(getComputedStyle(behind || document.body).backgroundColor);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      })(document.querySelector('%s'))
      """;

  @Test
  void nothing_comes_from_elsewhere() {
    Object elsewhere =
        browser.run(
            "performance.getEntriesByType('resource').map(e => e.name)"
                + ".filter(name => !name.startsWith(location.origin))");
    assertThat((List<?>) elsewhere).isEmpty();
    assertThat(browser.run("localStorage.length + sessionStorage.length + document.cookie.length"))
        .isEqualTo(0L);
  }

  @Test
  void a_server_that_is_gone_is_told() throws Exception {
    browser.run("(window.was = fetch, window.fetch = () => Promise.reject(new TypeError()), true)");
    find("agent").sendKeys("x");
    browser.until("!document.getElementById('trouble').hidden");
    assertThat(find("trouble").getText()).contains("does not answer");
    browser.screenshot("trouble");
    browser.run("(window.fetch = window.was, true)");
    find("agent").sendKeys("y");
    browser.until("document.getElementById('trouble').hidden");
  }
}
