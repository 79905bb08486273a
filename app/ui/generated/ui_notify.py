# From forms/screens/notify.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Telling a party of a decision or of a session (办法第15、20、23条).

################################################################################
## Form generated from reading UI file 'notify.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (MomentRow, RadioRow, TallRow)
from app.ui.widgets.designed_rows import (ChoiceRow, TextRow)

class Ui_NotifyForm(object):
    def setupUi(self, NotifyForm):
        if not NotifyForm.objectName():
            NotifyForm.setObjectName(u"NotifyForm")
        self.grid = QGridLayout(NotifyForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.what_row = RadioRow(NotifyForm)
        self.what_row.setObjectName(u"what_row")
        self.what_row.setProperty(u"path", u"what")
        self.what_row.setMandatory(True)

        self.grid.addWidget(self.what_row, 0, 0, 1, 4)

        self.method_row = ChoiceRow(NotifyForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 0, 1, 1)

        self.address_row = TextRow(NotifyForm)
        self.address_row.setObjectName(u"address_row")
        self.address_row.setProperty(u"path", u"address")
        self.address_row.setLimit(200)

        self.grid.addWidget(self.address_row, 1, 1, 1, 1)

        self.at_row = MomentRow(NotifyForm)
        self.at_row.setObjectName(u"at_row")
        self.at_row.setProperty(u"path", u"at")
        self.at_row.setMandatory(True)

        self.grid.addWidget(self.at_row, 1, 2, 1, 1)

        self.by_row = TextRow(NotifyForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 3, 1, 1)

        self.result_row = RadioRow(NotifyForm)
        self.result_row.setObjectName(u"result_row")
        self.result_row.setProperty(u"path", u"result")
        self.result_row.setMandatory(True)

        self.grid.addWidget(self.result_row, 2, 0, 1, 4)

        self.note_row = TallRow(NotifyForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 3, 0, 1, 4)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(NotifyForm)

        QMetaObject.connectSlotsByName(NotifyForm)
    # setupUi

    def retranslateUi(self, NotifyForm):
        self.what_row.setCaption(QCoreApplication.translate("NotifyForm", u"\u544a\u77e5\u4ec0\u4e48\u3001\u544a\u77e5\u8c01", None))
        self.method_row.setCaption(QCoreApplication.translate("NotifyForm", u"\u544a\u77e5\u65b9\u5f0f", None))
        self.address_row.setCaption(QCoreApplication.translate("NotifyForm", u"\u53f7\u7801\u6216\u5730\u5740", None))
        self.at_row.setCaption(QCoreApplication.translate("NotifyForm", u"\u544a\u77e5\u65f6\u95f4", None))
        self.by_row.setCaption(QCoreApplication.translate("NotifyForm", u"\u544a\u77e5\u4eba", None))
        self.result_row.setCaption(QCoreApplication.translate("NotifyForm", u"\u7ed3\u679c", None))
        self.note_row.setCaption(QCoreApplication.translate("NotifyForm", u"\u5907\u6ce8", None))
        self.note_row.setPlaceholder(QCoreApplication.translate("NotifyForm", u"\u5bf9\u65b9\u7684\u7b54\u590d\u3001\u7b7e\u6536\u60c5\u51b5\u7b49\uff0c\u53ef\u4e0d\u586b", None))
        pass
    # retranslateUi
