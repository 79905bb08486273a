# From forms/screens/add_evidence.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# One item of the evidence list; its file is taken by the drop area below the form.

################################################################################
## Form generated from reading UI file 'add_evidence.ui'
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

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_AddEvidenceForm(object):
    def setupUi(self, AddEvidenceForm):
        if not AddEvidenceForm.objectName():
            AddEvidenceForm.setObjectName(u"AddEvidenceForm")
        self.grid = QGridLayout(AddEvidenceForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.title_row = TextRow(AddEvidenceForm)
        self.title_row.setObjectName(u"title_row")
        self.title_row.setProperty(u"path", u"title")
        self.title_row.setMandatory(True)
        self.title_row.setLimit(100)

        self.grid.addWidget(self.title_row, 0, 0, 1, 1)

        self.form_row = ChoiceRow(AddEvidenceForm)
        self.form_row.setObjectName(u"form_row")
        self.form_row.setProperty(u"path", u"form")
        self.form_row.setMandatory(True)

        self.grid.addWidget(self.form_row, 0, 1, 1, 1)

        self.provider_row = ChoiceRow(AddEvidenceForm)
        self.provider_row.setObjectName(u"provider_row")
        self.provider_row.setProperty(u"path", u"provider")
        self.provider_row.setMandatory(True)

        self.grid.addWidget(self.provider_row, 1, 0, 1, 1)

        self.received_on_row = DayRow(AddEvidenceForm)
        self.received_on_row.setObjectName(u"received_on_row")
        self.received_on_row.setProperty(u"path", u"received_on")
        self.received_on_row.setMandatory(True)

        self.grid.addWidget(self.received_on_row, 1, 1, 1, 1)

        self.note_row = TallRow(AddEvidenceForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(AddEvidenceForm)

        QMetaObject.connectSlotsByName(AddEvidenceForm)
    # setupUi

    def retranslateUi(self, AddEvidenceForm):
        self.title_row.setCaption(QCoreApplication.translate("AddEvidenceForm", u"\u8bc1\u636e\u540d\u79f0", None))
        self.title_row.setPlaceholder(QCoreApplication.translate("AddEvidenceForm", u"\u5982\uff1a\u7ef4\u4fee\u5355\u3001\u804a\u5929\u8bb0\u5f55", None))
        self.form_row.setCaption(QCoreApplication.translate("AddEvidenceForm", u"\u8bc1\u636e\u79cd\u7c7b", None))
        self.provider_row.setCaption(QCoreApplication.translate("AddEvidenceForm", u"\u63d0\u4f9b\u4eba", None))
        self.received_on_row.setCaption(QCoreApplication.translate("AddEvidenceForm", u"\u53d6\u5f97\u65e5\u671f", None))
        self.note_row.setCaption(QCoreApplication.translate("AddEvidenceForm", u"\u8bf4\u660e", None))
        self.note_row.setPlaceholder(QCoreApplication.translate("AddEvidenceForm", u"\u8981\u8bc1\u660e\u7684\u4e8b\u5b9e\uff0c\u53ef\u4e0d\u586b", None))
        pass
    # retranslateUi
