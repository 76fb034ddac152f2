import type * as Electron from 'electron';

type Template = Electron.MenuItemConstructorOptions;

export class FakeMenuItem implements Pick<Electron.MenuItem, 'id' | 'label' | 'click'> {
  readonly id: string;
  readonly label: string;
  readonly accelerator: string | undefined;
  readonly role: Template['role'];
  readonly submenu: FakeMenu | undefined;
  readonly #click: Template['click'];

  constructor(template: Template) {
    this.id = template.id ?? '';
    this.label = template.label ?? template.role ?? '';
    this.accelerator = template.accelerator;
    this.role = template.role;
    this.submenu = Array.isArray(template.submenu) ? new FakeMenu(template.submenu) : undefined;
    this.#click = template.click;
  }

  click(): void {
    this.#click?.(this as unknown as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
  }
}

export class FakeMenu {
  readonly items: FakeMenuItem[];

  constructor(template: Template[]) {
    this.items = template.map((each) => new FakeMenuItem(each));
  }

  getMenuItemById(id: string): FakeMenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item;
      const inside = item.submenu?.getMenuItemById(id);
      if (inside) return inside;
    }
    return null;
  }
}

let applicationMenu: FakeMenu | null = null;

export const Menu = {
  buildFromTemplate: (template: Template[]) => new FakeMenu(template),
  setApplicationMenu: (menu: FakeMenu | null) => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};
