import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as RacDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl' | undefined;
  /** `alertdialog` for the few that ask before something is lost. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  /** No head and no padding, near the top of the window: the command palette. The title stays as its name. */
  readonly bare?: boolean | undefined;
}

/** Traps focus, gives it back, closes on Escape and on a press beside it. */
export function Dialog(props: DialogProps) {
  const { title, size = 'md', bare } = props;
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable={props.role !== 'alertdialog'}
      className={cx(styles.scrim, bare && styles.top)}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <RacDialog
          className={styles.dialog ?? ''}
          role={props.role ?? 'dialog'}
          {...(bare && { 'aria-label': title })}
        >
          {bare ? (
            props.children
          ) : (
            <>
              <div className={styles.head}>
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <IconButton
                  label="Close"
                  icon={<X size={16} />}
                  hideTooltip
                  onPress={() => props.onOpenChange(false)}
                />
              </div>
              <div className={styles.body}>{props.children}</div>
              {props.footer && <div className={styles.foot}>{props.footer}</div>}
            </>
          )}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}
