"""A page in a real browser, for the tests of pages."""

import shutil


def binary(*names):
    return next((found for name in names if (found := shutil.which(name))), None)


class Opened:
    """A page in the browser, asked by CSS selectors."""

    def __init__(self, driver):
        self.driver = driver

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0]).textContent", selector)

    def click(self, selector):
        self.run("arguments[0].scrollIntoView({block: 'center'})", self.one(selector))
        self.one(selector).click()
        self.settle()  # the page hears of a followed link (hashchange) after the click

    def press(self, selector, *keys):
        self.run("arguments[0].focus()", self.one(selector))
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def settle(self):
        self.driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")

    def rows(self):
        """First words of the events in the list."""
        self.settle()
        return [row.text.split("\n")[0] for row in self.all("#events .row")]
