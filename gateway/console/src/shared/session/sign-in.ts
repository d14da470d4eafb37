/** Leaves the console; an object, so that a test can watch it. */
export const browser = {
  goTo(url: string) {
    window.location.assign(url);
  },
};

/** To Keycloak, and back to the page the user is on. */
export function signIn(): void {
  const { pathname, search } = window.location;
  browser.goTo(`/login?returnTo=${encodeURIComponent(pathname + search)}`);
}

export function signOut(): void {
  browser.goTo('/logout');
}
